package dev.fastsim.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample files. */
final class Samples {

  static final List<String> ASYNCFLOW =
      List.of("asyncflow/balanced.yml", "asyncflow/chain.yml", "asyncflow/direct.yml");

  private Samples() {}

  static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getClassLoader().getResource(name), name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Loads a text as if it were a file of this name. */
  static LoadedScenario load(String name, String text) {
    return Dialect.load(YamlDocument.parse(name, text), name);
  }
}
