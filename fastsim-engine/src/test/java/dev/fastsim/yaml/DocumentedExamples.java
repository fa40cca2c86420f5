package dev.fastsim.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What docs/scenario-files.md shows. */
final class DocumentedExamples {

  static final Path PAGE = Path.of("../docs/scenario-files.md");

  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private DocumentedExamples() {}

  /** The blocks of YAML. */
  static List<String> yaml() throws IOException {
    return YAML.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
  }
}
