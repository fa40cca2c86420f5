package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that is set in a file's tree from outside: {@code services.shop.cores=4}.
 *
 * @param text as given
 * @param path to the value: keys as text, items of lists as whole numbers from 0
 * @param value as YAML
 */
record Setting(String text, List<Object> path, String value) {

  /** A key in quotes, a key as it is, or the number of an item; then what separates it. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?:\"([^\"]+)\"|\\[(\\d{1,6})\\]|([^.\\[\\]=\"]+))(\\.(?=[^.=\\[])|(?=\\[)|=)");

  Setting {
    path = List.copyOf(path);
  }

  /**
   * Reads a path, written as messages write it, an equals sign and a value.
   *
   * @throws SettingFormatException if it is not that
   */
  static Setting parse(String text) {
    List<Object> path = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = 0;
    while (step.region(at, text.length()).lookingAt()) {
      String item = step.group(2);
      String quoted = step.group(1);
      path.add(
          item != null ? Integer.parseInt(item) : quoted != null ? quoted : step.group(3).strip());
      at = step.end();
      if (text.charAt(at - 1) == '=') {
        return new Setting(text, path, text.substring(at));
      }
    }
    throw new SettingFormatException(text, at);
  }

  /** The same for several texts. */
  static List<Setting> parse(List<String> texts) {
    return texts.stream().map(Setting::parse).toList();
  }

  /** The document with this value. What does not fit the tree is among its findings. */
  YamlDocument in(YamlDocument document) {
    YamlDocument given = YamlDocument.parse(text, value);
    given.findings().check();
    YamlNode root = new TreeEdit(path, given.root(), document.findings()).applyTo(document.root());
    return new YamlDocument(root, document.findings());
  }
}
