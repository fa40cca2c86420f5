package dev.fastsim.settings;

/**
 * Where something stands.
 *
 * @param file as it was named
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters; 0 for the file as a whole
 */
record SettingsPlace(String file, int line, int column) {

  static SettingsPlace wholeFile(String file) {
    return new SettingsPlace(file, 0, 0);
  }

  /** {@code application.yml:12}. */
  String text() {
    return line == 0 ? file : file + ":" + line;
  }

  /** {@code application.yml:12:7}. */
  String exact() {
    return line == 0 ? file : text() + ":" + column;
  }
}
