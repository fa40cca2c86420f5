package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a value into a tree. All of the path but its last step must be there; a last key that is not
 * is added, and its mapping's reader says if there is no such key.
 */
final class TreeEdit {

  private final List<Object> path;
  private final YamlNode value;
  private final Findings findings;

  TreeEdit(List<Object> path, YamlNode value, Findings findings) {
    this.path = path;
    this.value = value;
    this.findings = findings;
  }

  /** The tree with the value; the tree as it is if the path leads nowhere, which is a finding. */
  YamlNode applyTo(YamlNode root) {
    return edit(root, 0);
  }

  private YamlNode edit(YamlNode node, int depth) {
    if (depth == path.size()) {
      return moved(value, node.mark(), node.path());
    }
    Object step = path.get(depth);
    if (step instanceof Integer index && node instanceof YamlNode.Sequence sequence) {
      return item(sequence, index, depth);
    } else if (step instanceof String key && node instanceof YamlNode.Mapping mapping) {
      return entry(mapping, key, depth);
    }
    findings.mistake(node, step instanceof Integer ? "a list" : "a mapping with " + step, "");
    return node;
  }

  private YamlNode item(YamlNode.Sequence sequence, int index, int depth) {
    List<YamlNode> items = new ArrayList<>(sequence.items());
    if (index >= items.size()) {
      findings.mistake(
          sequence,
          "%d items".formatted(items.size()),
          "an item [%d]".formatted(index),
          "items are counted from 0");
      return sequence;
    }
    items.set(index, edit(items.get(index), depth + 1));
    return new YamlNode.Sequence(sequence.mark(), sequence.path(), items);
  }

  private YamlNode entry(YamlNode.Mapping mapping, String key, int depth) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(mapping.entries());
    YamlNode.Entry entry = entries.get(key);
    if (entry != null) {
      entries.put(key, new YamlNode.Entry(key, entry.mark(), edit(entry.value(), depth + 1)));
    } else if (depth == path.size() - 1) {
      YamlNode added = moved(value, mapping.mark(), mapping.path().key(key));
      entries.put(key, new YamlNode.Entry(key, mapping.mark(), added));
    } else {
      findings.mistake(
          mapping.mark(),
          mapping.path().key(key),
          "nothing to set a value in",
          Findings.oneOf(entries.keySet()),
          Findings.suggestion(key, entries.keySet()));
      return mapping;
    }
    return new YamlNode.Mapping(mapping.mark(), mapping.path(), entries);
  }

  /** A node as if it stood elsewhere. */
  private static YamlNode moved(YamlNode node, YamlMark mark, YamlPath to) {
    if (node instanceof YamlNode.Scalar scalar) {
      return new YamlNode.Scalar(mark, to, scalar.text(), scalar.kind());
    } else if (node instanceof YamlNode.Sequence sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        items.add(moved(item, mark, to.item(items.size())));
      }
      return new YamlNode.Sequence(mark, to, items);
    }
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries().values()) {
      YamlNode inside = moved(entry.value(), mark, to.key(entry.key()));
      entries.put(entry.key(), new YamlNode.Entry(entry.key(), mark, inside));
    }
    return new YamlNode.Mapping(mark, to, entries);
  }
}
