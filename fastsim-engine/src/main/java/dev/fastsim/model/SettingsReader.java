package dev.fastsim.model;

import dev.fastsim.annotations.SpringSettings;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.settings.InvalidSettingsException;
import dev.fastsim.settings.SettingsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings that words of a class refer to, and notes what was taken from them. */
final class SettingsReader {

  private final Optional<Place> place;
  private final Optional<dev.fastsim.settings.SpringSettings> settings;
  private final List<String> notes = new ArrayList<>();

  SettingsReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    Optional<SpringSettings> words =
        finder.onClass(type, SpringSettings.class).map(Found::annotation);
    this.place = words.map(any -> mistakes.on(type, SpringSettings.class));
    this.settings = words.flatMap(given -> load(type, given));
  }

  private Optional<dev.fastsim.settings.SpringSettings> load(Class<?> type, SpringSettings words) {
    Place itsPlace = place.orElseThrow();
    SettingsFiles files =
        SettingsFiles.in(Path.of("")).or(resources(type, "")).or(resources(type, "/"));
    try {
      return Optional.of(
          dev.fastsim.settings.SpringSettings.load(
              files, words.value(), List.of(words.profiles())));
    } catch (InvalidSettingsException invalid) {
      invalid.mistakes().forEach(mistake -> itsPlace.refuse("value", mistake.message()));
    } catch (InvalidPathException wrong) {
      itsPlace.refuse("value", "'%s' is not the name of a file".formatted(words.value()));
    }
    return Optional.empty();
  }

  private static SettingsFiles resources(Class<?> type, String root) {
    return name -> {
      try (InputStream in = type.getResourceAsStream(root + name)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException unreadable) {
        throw new IOException("%s on the class path".formatted(name), unreadable);
      }
    };
  }

  /**
   * Reads what stands below a key; empty if that is not possible, which is among the mistakes.
   *
   * @param word where the attribute {@code settings} stands
   */
  <T> Optional<T> read(Place word, Function<dev.fastsim.settings.SpringSettings, T> reading) {
    if (place.isEmpty()) {
      word.refuse(
          "settings", "the class has no settings; add @SpringSettings(\"application.yml\") to it");
    }
    try {
      return settings.map(reading);
    } catch (InvalidSettingsException invalid) {
      invalid.mistakes().forEach(mistake -> word.refuse("settings", mistake.message()));
      return Optional.empty();
    }
  }

  void note(String text) {
    notes.add(text);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
