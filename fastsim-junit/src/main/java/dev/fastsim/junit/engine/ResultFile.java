package dev.fastsim.junit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file a result was written to, or should have been.
 *
 * @param path where
 * @param problem why it could not be written, if so
 */
record ResultFile(Path path, Optional<String> problem) {

  /** Writes a result, making folders as needed. A file that cannot be written is no exception. */
  static ResultFile write(Path path, String json) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, json);
      return new ResultFile(path, Optional.empty());
    } catch (IOException | SecurityException e) {
      return new ResultFile(path, Optional.of(e.toString()));
    }
  }

  boolean isWritten() {
    return problem.isEmpty();
  }

  /** Where it is, or why it is not there. */
  String text() {
    return problem
        .map(why -> "%s could not be written: %s".formatted(path, why))
        .orElseGet(path::toString);
  }
}
