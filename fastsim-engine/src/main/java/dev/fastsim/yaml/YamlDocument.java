package dev.fastsim.yaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The one document of a file, as a tree. What is wrong with the text but leaves a tree, such as a
 * key given twice, is among the findings; the reader of a dialect adds its own, and calls {@link
 * Findings#check} before it makes anything out of them.
 *
 * @param root of the tree
 * @param findings so far
 */
record YamlDocument(YamlNode root, Findings findings) {

  /**
   * Reads a file.
   *
   * @throws InvalidFileException if it cannot be read, is larger than 8 MiB, or is not one YAML
   *     document in UTF-8 of at most 64 levels and 200 000 nodes, aliases counted where they are
   *     used
   */
  static YamlDocument read(Path file) {
    Findings findings = new Findings(file.toString());
    return parse(YamlFile.bytes(file, findings), findings);
  }

  /**
   * Reads bytes.
   *
   * @param name how messages call them
   * @throws InvalidFileException as {@link #read}
   */
  static YamlDocument parse(String name, byte[] bytes) {
    return parse(bytes, new Findings(name));
  }

  /**
   * Reads a text.
   *
   * @param name how messages call it
   * @throws InvalidFileException as {@link #read}
   */
  static YamlDocument parse(String name, String text) {
    return parse(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static YamlDocument parse(byte[] bytes, Findings findings) {
    String text = YamlFile.text(bytes, findings);
    return new YamlDocument(new YamlComposer(text, findings).compose(), findings);
  }
}
