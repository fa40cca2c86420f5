package dev.fastsim.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Makes nodes and prints them. Collections of scalars that are short stand in one line. */
final class YamlText {

  private static final int LONGEST_LINE = 80;

  private YamlText() {}

  static Node text(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
  }

  /** A number or boolean as it is to be printed. */
  static Node plain(String text) {
    Tag tag = new CoreScalarResolver(false).resolve(text, true);
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }

  static NodeTuple entry(String key, Node value) {
    return new NodeTuple(text(key), value);
  }

  static Node mapping(List<NodeTuple> entries) {
    int length = 0;
    for (NodeTuple each : entries) {
      length += length(each.getKeyNode()) + length(each.getValueNode());
    }
    return new MappingNode(Tag.MAP, entries, style(length));
  }

  static Node list(List<Node> items) {
    int length = items.stream().mapToInt(YamlText::length).reduce(0, Math::addExact);
    return new SequenceNode(Tag.SEQ, items, style(length));
  }

  private static FlowStyle style(int length) {
    return length <= LONGEST_LINE ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  /** The columns a node takes with what separates it from the next; too many for a collection. */
  private static int length(Node node) {
    boolean full = node instanceof CollectionNode<?> collection && !collection.getValue().isEmpty();
    return full
        ? LONGEST_LINE + 1
        : node instanceof ScalarNode scalar ? scalar.getValue().length() + 2 : 2;
  }

  /** A scalar as JSON has it; empty for a collection. */
  static Optional<Object> json(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return Optional.empty();
    }
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.INT)) {
      return Optional.of(Long.valueOf(text));
    } else if (scalar.getTag().equals(Tag.FLOAT)) {
      return Optional.of(Double.valueOf(text));
    } else if (scalar.getTag().equals(Tag.BOOL)) {
      return Optional.of(Boolean.valueOf(text));
    }
    return Optional.of(text);
  }

  /** The text of a document. */
  static String print(Node root) {
    StringBuilder text = new StringBuilder();
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .build();
    new Dump(settings)
        .dumpNode(
            root,
            new StreamDataWriter() {
              @Override
              public void write(String part) {
                text.append(part);
              }

              @Override
              public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
              }
            });
    return text.toString();
  }
}
