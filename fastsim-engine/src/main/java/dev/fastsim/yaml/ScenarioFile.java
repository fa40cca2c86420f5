package dev.fastsim.yaml;

import java.nio.file.Path;
import java.util.List;
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
    return load(file, List.of());
  }

  /**
   * Reads a file in which some values are others than it says.
   *
   * @param file as in {@link #load(Path)}
   * @param settings each a path into the file, an equals sign and a value in YAML: {@code
   *     services.shop.cores=4}, {@code slas[0].latency.p95=80 ms}; what does not exist yet is added
   *     to the mapping it is to stand in
   * @throws SettingFormatException if a setting is not written so
   * @throws InvalidFileException with every mistake, a path that leads nowhere included
   */
  public static LoadedScenario load(Path file, List<String> settings) {
    List<Setting> parsed = Setting.parse(settings);
    YamlDocument document = YamlDocument.read(file);
    for (Setting setting : parsed) {
      document = setting.in(document);
    }
    return Dialect.load(document, name(file));
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
