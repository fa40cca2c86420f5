package dev.fastsim.yaml;

import dev.fastsim.units.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A mapping of one of several kinds, each of which has a key that the others do not have.
 *
 * @param options the kinds, by that key
 */
record ChoiceShape<T>(List<Option<T, ?>> options) implements Shape<T> {

  private static final int LONGEST_MISSPELT = 60;

  @Override
  public Optional<T> read(YamlNode node, Findings findings) {
    return read("", node, findings);
  }

  @Override
  public Optional<T> read(String name, YamlNode node, Findings findings) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.mistake(node, expected(), "");
      return Optional.empty();
    }
    List<Option<T, ?>> given =
        options.stream().filter(each -> mapping.entry(each.word()).isPresent()).toList();
    if (given.size() > 1) {
      findings.mistake(node, String.join(" and ", words(given)), "only one of them", "");
      return Optional.empty();
    }
    Option<T, ?> option = given.isEmpty() ? meant(mapping) : given.get(0);
    return option.read(name, node, findings);
  }

  /** The kind whose key is misspelt, else the first, whose reader will miss its key. */
  private Option<T, ?> meant(YamlNode.Mapping mapping) {
    return mapping.entries().keySet().stream()
        .filter(key -> key.length() <= LONGEST_MISSPELT)
        .flatMap(key -> Spelling.closest(key, words(options)).stream())
        .flatMap(word -> options.stream().filter(each -> each.word().equals(word)))
        .findFirst()
        .orElse(options.get(0));
  }

  private static <T> List<String> words(List<Option<T, ?>> options) {
    return options.stream().<String>map(Option::word).toList();
  }

  @Override
  public String expected() {
    return "a mapping with " + String.join(" or ", words(options));
  }

  @Override
  public Node write(T value) {
    return options.stream()
        .flatMap(option -> option.write(value).stream())
        .findFirst()
        .orElseThrow(() -> new UnwritableException("there are no keys for " + value));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("oneOf", options.stream().map(each -> each.shape().schema(definitions)).toList());
  }
}
