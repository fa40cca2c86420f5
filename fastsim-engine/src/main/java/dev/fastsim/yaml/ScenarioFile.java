package dev.fastsim.yaml;

import java.nio.file.Path;
import org.apiguardian.api.API;

/** Reads scenarios from files, in any {@link Dialect}. */
@API(status = API.Status.EXPERIMENTAL)
public final class ScenarioFile {

  private ScenarioFile() {}

  /**
   * Reads a file. Nothing in it is executed, and no class it names is loaded.
   *
   * @param file one YAML document in UTF-8 of at most 8 MiB
   * @throws InvalidFileException with every mistake in it, or why it cannot be read
   */
  public static LoadedScenario load(Path file) {
    return Dialect.load(YamlDocument.read(file), name(file));
  }

  /** The name without directories and the ending. */
  private static String name(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return stem.isBlank() ? "scenario" : stem;
  }
}
