package dev.fastsim.settings;

import org.apiguardian.api.API;

/**
 * One thing that is wrong in a settings file.
 *
 * @param file as it was named
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1; 0 if the file as a whole is meant
 * @param key as it is written; empty if no single one is meant
 * @param found what is there
 * @param expected what should be there; empty if what was found says enough
 * @param hint the likely fix; empty if there is none to guess
 */
@API(status = API.Status.EXPERIMENTAL)
public record SettingsMistake(
    String file, int line, int column, String key, String found, String expected, String hint) {

  SettingsMistake(SettingsPlace place, String key, String found, String expected, String hint) {
    this(place.file(), place.line(), place.column(), key, found, expected, hint);
  }

  /** In one line, where editors find the place. */
  public String message() {
    return new SettingsPlace(file, line, column).exact()
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + "found "
        + found
        + (expected.isEmpty() ? "" : ", expected " + expected)
        + (hint.isEmpty() ? "" : "; " + hint);
  }

  @Override
  public String toString() {
    return message();
  }
}
