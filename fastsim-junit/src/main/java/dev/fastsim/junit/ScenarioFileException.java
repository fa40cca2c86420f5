package dev.fastsim.junit;

import java.nio.file.Path;

/** A {@link ScenarioFile} that names what cannot be read. */
public final class ScenarioFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private ScenarioFileException(String message) {
    super(message);
  }

  static ScenarioFileException missing(Class<?> type, String name, String resource, Path path) {
    return new ScenarioFileException(
        "@ScenarioFile(\"%s\") on %s: there is no such file; looked for %s on the class path, then for %s"
            .formatted(name, type.getName(), resource, path.toAbsolutePath()));
  }

  static ScenarioFileException packed(Class<?> type, String name, String url) {
    return new ScenarioFileException(
        "@ScenarioFile(\"%s\") on %s: it must be a file of its own, but is %s"
            .formatted(name, type.getName(), url));
  }

  static ScenarioFileException besideEndpoints(Class<?> type) {
    return new ScenarioFileException(
        "@ScenarioFile on %s: the class has @Endpoint methods, too, but a scenario is written either as a class or as a file; make two classes of it"
            .formatted(type.getName()));
  }

  static ScenarioFileException several(Class<?> type, int count) {
    return new ScenarioFileException(
        "@ScenarioFile on %s names %d files; a parameter can only mean the result of one"
            .formatted(type.getName(), count));
  }
}
