package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A mapping with certain keys.
 *
 * @param name of its schema
 * @param about what it is, as a sentence
 * @param keys all there can be, in the order in which they are written
 * @param maker makes what the keys say, or throws {@link IllegalArgumentException} with a message
 *     that names the key it is about
 */
record MappingShape<R>(
    String name, String about, List<Key<R, ?>> keys, Function<Values<R>, R> maker)
    implements Shape<R> {

  private static final Pattern NOT_A_WORD = Pattern.compile("\\W+");

  @Override
  public Optional<R> read(YamlNode node, Findings findings) {
    return read("", node, findings);
  }

  @Override
  public Optional<R> read(String ownKey, YamlNode node, Findings findings) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.mistake(node, expected(), "");
      return Optional.empty();
    }
    for (YamlNode.Entry entry : mapping.entries().values()) {
      if (keys.stream().noneMatch(key -> key.takes(entry.key()))) {
        findings.unknownKey(mapping, entry, labels());
      }
    }
    Values<R> values = new Values<>(ownKey);
    boolean complete = true;
    for (Key<R, ?> key : keys) {
      complete &= values.read(key, mapping, findings);
    }
    return complete ? make(values, mapping, findings) : Optional.empty();
  }

  private Optional<R> make(Values<R> values, YamlNode.Mapping mapping, Findings findings) {
    try {
      return Optional.of(maker.apply(values));
    } catch (IllegalArgumentException refused) {
      YamlNode culprit = culprit(mapping, String.valueOf(refused.getMessage()));
      findings.mistake(culprit, "", Quote.sentence(refused));
      return Optional.empty();
    }
  }

  /** The value of the first key that a message speaks of. */
  private static YamlNode culprit(YamlNode.Mapping mapping, String message) {
    return NOT_A_WORD
        .splitAsStream(message)
        .flatMap(word -> mapping.entry(word).stream())
        .map(YamlNode.Entry::value)
        .findFirst()
        .orElse(mapping);
  }

  private List<String> labels() {
    return keys.stream().map(Key::label).toList();
  }

  @Override
  public String expected() {
    return "a mapping with " + String.join(", ", labels());
  }

  @Override
  public Node write(R value) {
    List<NodeTuple> entries = new ArrayList<>();
    keys.forEach(key -> key.write(value, entries));
    return YamlText.mapping(entries);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.reference(name, () -> tree(definitions));
  }

  /** The schema itself, not a reference to it. */
  Map<String, Object> tree(Definitions definitions) {
    ObjectSchema schema = new ObjectSchema(definitions);
    keys.forEach(key -> key.describe(schema));
    return schema.tree(about);
  }
}
