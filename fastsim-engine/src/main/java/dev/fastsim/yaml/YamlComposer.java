package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of a document out of its events; aliases and merge keys become copies. */
final class YamlComposer {

  private static final int DEEPEST = 64;
  private static final int MOST_NODES = 200_000;
  private static final String MERGE = "<<";

  private final Findings findings;
  private final YamlEvents events;
  private final YamlTags tags;

  /** The nodes that aliases may refer to; one still being read is not among them. */
  private final Map<Anchor, YamlNode> anchored = new HashMap<>();

  private int nodes;

  YamlComposer(String text, Findings findings) {
    this.findings = findings;
    this.events = new YamlEvents(text, findings);
    this.tags = new YamlTags(findings);
  }

  /** The root of the only document. */
  YamlNode compose() {
    events.next();
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw stop(YamlMark.WHOLE_FILE, "an empty file", "a YAML document", "");
    }
    YamlNode root = node(events.next(), YamlPath.ROOT);
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw stop(
          YamlEvents.mark(end),
          "the start of another document",
          "one document",
          "remove the line --- or put each document into a file of its own");
    }
    return root;
  }

  private YamlNode node(Event event, YamlPath path) {
    YamlMark mark = YamlEvents.mark(event);
    if (event instanceof AliasEvent alias) {
      return copy(target(alias, mark), path, mark);
    }
    count(path, mark);
    NodeEvent start = (NodeEvent) event;
    start.getAnchor().ifPresent(anchored::remove);
    YamlNode node =
        switch (event.getEventId()) {
          case MappingStart -> {
            tags.mapping(((CollectionStartEvent) event).getTag(), mark, path);
            yield mapping(mark, path);
          }
          case SequenceStart -> {
            tags.sequence(((CollectionStartEvent) event).getTag(), mark, path);
            yield sequence(mark, path);
          }
          default -> tags.scalar((ScalarEvent) event, mark, path);
        };
    start.getAnchor().ifPresent(anchor -> anchored.put(anchor, node));
    return node;
  }

  private YamlNode.Sequence sequence(YamlMark mark, YamlPath path) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, path.item(items.size())));
      event = events.next();
    }
    return new YamlNode.Sequence(mark, path, List.copyOf(items));
  }

  private YamlNode.Mapping mapping(YamlMark mark, YamlPath path) {
    Entries entries = new Entries(path);
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      entry(event, entries);
      event = events.next();
    }
    return new YamlNode.Mapping(mark, path, entries.merged());
  }

  private void entry(Event event, Entries entries) {
    YamlMark mark = YamlEvents.mark(event);
    YamlNode name = node(event, entries.path.key("?"));
    String key = name instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    YamlNode value = node(events.next(), entries.path.key(key));
    if (!(name instanceof YamlNode.Scalar)) {
      findings.mistake(mark, entries.path, name.found() + " as a key", "text as a key", "");
    } else if (event instanceof ScalarEvent scalar && scalar.isPlain() && key.equals(MERGE)) {
      entries.merge(value);
    } else {
      entries.add(new YamlNode.Entry(key, mark, value));
    }
  }

  private YamlNode target(AliasEvent alias, YamlMark mark) {
    YamlNode node = anchored.get(alias.getAlias());
    if (node == null) {
      throw stop(
          mark,
          "the alias " + Quote.cut("*" + alias.getAlias().getValue()),
          "an alias of an anchor whose node ends before it",
          "a node cannot contain itself, nor what comes later");
    }
    return node;
  }

  private YamlNode copy(YamlNode node, YamlPath path, YamlMark alias) {
    count(path, alias);
    if (node instanceof YamlNode.Mapping mapping) {
      Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
      for (YamlNode.Entry each : mapping.entries().values()) {
        entries.put(each.key(), copy(each, path, alias));
      }
      return new YamlNode.Mapping(mapping.mark(), path, Collections.unmodifiableMap(entries));
    }
    if (node instanceof YamlNode.Sequence sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (YamlNode each : sequence.items()) {
        items.add(copy(each, path.item(items.size()), alias));
      }
      return new YamlNode.Sequence(sequence.mark(), path, List.copyOf(items));
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return new YamlNode.Scalar(scalar.mark(), path, scalar.text(), scalar.kind());
  }

  private YamlNode.Entry copy(YamlNode.Entry entry, YamlPath mapping, YamlMark alias) {
    YamlNode value = copy(entry.value(), mapping.key(entry.key()), alias);
    return new YamlNode.Entry(entry.key(), entry.mark(), value);
  }

  private void count(YamlPath path, YamlMark mark) {
    if (path.depth() >= DEEPEST) {
      throw stop(
          mark,
          "more than " + DEEPEST + " levels",
          "at most " + DEEPEST + " levels of nesting",
          "");
    }
    if (++nodes > MOST_NODES) {
      throw stop(
          mark,
          "more than " + MOST_NODES + " values, aliases counted where they are used",
          "at most " + MOST_NODES,
          "");
    }
  }

  private InvalidFileException stop(YamlMark mark, String found, String expected, String hint) {
    findings.mistake(mark, YamlPath.ROOT, found, expected, hint);
    return findings.exception();
  }

  /** The entries of a mapping that is being read. */
  private final class Entries {
    private final YamlPath path;
    private final Map<String, YamlNode.Entry> own = new LinkedHashMap<>();
    private final List<YamlNode.Mapping> merges = new ArrayList<>();

    Entries(YamlPath path) {
      this.path = path;
    }

    void add(YamlNode.Entry entry) {
      YamlNode.Entry first = own.putIfAbsent(entry.key(), entry);
      if (first != null) {
        findings.mistake(
            entry.mark(),
            path.key(entry.key()),
            "the key a second time",
            "each key once",
            "it is already in line " + first.mark().line() + "; remove one of the two");
      }
    }

    void merge(YamlNode value) {
      if (value instanceof YamlNode.Mapping mapping) {
        merges.add(mapping);
      } else if (value instanceof YamlNode.Sequence sequence) {
        sequence.items().forEach(this::mergeItem);
      } else {
        mergeItem(value);
      }
    }

    private void mergeItem(YamlNode item) {
      if (item instanceof YamlNode.Mapping mapping) {
        merges.add(mapping);
      } else {
        findings.mistake(item, "a mapping, or a list of mappings, to merge", "");
      }
    }

    /** Own keys first; of what is merged, the first wins. */
    Map<String, YamlNode.Entry> merged() {
      for (YamlNode.Mapping mapping : merges) {
        for (YamlNode.Entry each : mapping.entries().values()) {
          if (!own.containsKey(each.key())) {
            own.put(each.key(), copy(each, path, each.mark()));
          }
        }
      }
      return Collections.unmodifiableMap(own);
    }
  }
}
