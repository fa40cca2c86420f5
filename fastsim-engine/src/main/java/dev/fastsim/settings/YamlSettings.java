package dev.fastsim.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The properties in the documents of a YAML file, aliases and merge keys resolved. */
final class YamlSettings {

  private static final int DEEPEST = 64;
  private static final int MOST_NODES = 100_000;
  private static final String MERGE = "<<";

  private final String file;
  private final List<SettingsMistake> mistakes;
  private SettingsDocument document = new SettingsDocument();
  private int nodes;

  private YamlSettings(String file, List<SettingsMistake> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /** Reads a text; what is no YAML is a mistake. */
  static List<SettingsDocument> read(String file, String text, List<SettingsMistake> mistakes) {
    return new YamlSettings(file, mistakes).read(text);
  }

  private List<SettingsDocument> read(String text) {
    List<SettingsDocument> documents = new ArrayList<>();
    try {
      LoadSettings limits = LoadSettings.builder().setLabel(file).build();
      for (Node root : new Compose(limits).composeAllFromString(text)) {
        document = new SettingsDocument();
        documents.add(document);
        add("", root, 0);
      }
    } catch (MarkedYamlEngineException wrong) {
      Optional<Mark> mark = wrong.getProblemMark();
      mistake(place(mark), wrong.getProblem());
    } catch (YamlEngineException wrong) {
      mistake(SettingsPlace.wholeFile(file), String.valueOf(wrong.getMessage()));
    }
    return documents;
  }

  private void mistake(SettingsPlace place, String problem) {
    mistakes.add(
        new SettingsMistake(place, "", "a text that is no YAML (" + problem + ")", "YAML", ""));
  }

  private void add(String key, Node node, int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new YamlEngineException(
          "more than %d values, or more than %d levels".formatted(MOST_NODES, DEEPEST));
    }
    if (node instanceof MappingNode mapping) {
      entries(mapping, new HashSet<>())
          .forEach((name, value) -> add(joined(key, name.text()), value, depth + 1));
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        add(key + "[" + i + "]", sequence.getValue().get(i), depth + 1);
      }
    } else if (node instanceof ScalarNode scalar) {
      String text = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
      document.add(new Property(key, text, place(node.getStartMark())));
    } else if (node instanceof AnchorNode alias) {
      add(key, alias.getRealNode(), depth + 1);
    }
  }

  private static String joined(String key, String name) {
    return key.isEmpty() || name.startsWith("[") ? key + name : key + "." + name;
  }

  /** A key; two that are written alike are two. */
  private static final class Name {
    private final String text;

    Name(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** What is written in a mapping, then what is merged into it under other keys. */
  private static Map<Name, Node> entries(MappingNode mapping, Set<Node> merging) {
    Map<Name, Node> entries = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!key.equals(MERGE)) {
        entries.put(new Name(key), tuple.getValueNode());
        own.add(Property.name(key));
      } else if (tuple.getValueNode() instanceof SequenceNode several) {
        merged.addAll(several.getValue());
      } else {
        merged.add(tuple.getValueNode());
      }
    }
    merging.add(mapping);
    for (Node other : merged) {
      if (other instanceof MappingNode more && !merging.contains(more)) {
        entries(more, merging)
            .forEach(
                (name, value) -> {
                  if (own.add(Property.name(name.text()))) {
                    entries.put(name, value);
                  }
                });
      }
    }
    merging.remove(mapping);
    return entries;
  }

  private SettingsPlace place(Optional<Mark> mark) {
    return mark.map(at -> new SettingsPlace(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(SettingsPlace.wholeFile(file));
  }
}
