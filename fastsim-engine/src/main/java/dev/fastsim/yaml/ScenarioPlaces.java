package dev.fastsim.yaml;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a file is what the mistakes of a scenario speak of, which put names in single quotes.
 *
 * <p>Names are found at the keys that give them, at {@code name}, and, for faults and objectives,
 * by their text. A mistake that also quotes a value of what it speaks of, such as the pool that
 * there is not, is about that value.
 */
final class ScenarioPlaces {

  private static final String NAME_KEY = "name";

  /** What has a name, or the text that stands for one, in quotes. */
  private record Place(String quoted, YamlNode node) {}

  private final YamlNode root;
  private final List<Place> places = new ArrayList<>();
  private final Map<Metric, Integer> objectiveLines = new HashMap<>();

  ScenarioPlaces(YamlNode root, ScenarioParts parts) {
    this.root = root;
    add(root);
    for (int i = 0; i < parts.faults().size(); i++) {
      Fault fault = parts.faults().get(i);
      item("faults", i).ifPresent(node -> add(fault.text(), node));
    }
    for (int i = 0; i < parts.slas().size(); i++) {
      Sla sla = parts.slas().get(i);
      item("slas", i).ifPresent(node -> sla.objectives().forEach(each -> add(each, node)));
    }
    List<Link> links = parts.links().orElse(List.of());
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      item("links", i).ifPresent(node -> add(link.name(), node));
    }
  }

  private void add(Objective objective, YamlNode node) {
    add(objective.text(), node);
    objectiveLines.putIfAbsent(objective.metric(), node.mark().line());
  }

  /** In which line each limited metric is limited. */
  Map<Metric, Integer> objectiveLines() {
    return Collections.unmodifiableMap(objectiveLines);
  }

  private void add(String name, YamlNode node) {
    places.add(new Place("'" + name + "'", node));
  }

  private void add(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries().values()) {
        if (entry.key().equals(NAME_KEY) && entry.value() instanceof YamlNode.Scalar scalar) {
          add(scalar.text(), mapping);
        } else {
          add(entry.key(), entry.value());
          add(entry.value());
        }
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode each : sequence.items()) {
        if (each instanceof YamlNode.Scalar scalar) {
          add(scalar.text(), scalar);
        }
        add(each);
      }
    }
  }

  private Optional<YamlNode> item(String key, int index) {
    return root instanceof YamlNode.Mapping mapping
            && mapping.entry(key).map(YamlNode.Entry::value).orElse(root)
                instanceof YamlNode.Sequence sequence
        ? Optional.of(sequence.items().get(index))
        : Optional.empty();
  }

  /** The node that a mistake is about; the root if it speaks of nothing in particular. */
  YamlNode of(String mistake) {
    Optional<Place> subject = first(mistake);
    if (subject.isEmpty()) {
      return root;
    }
    String quoted = subject.get().quoted();
    int rest = mistake.indexOf(quoted) + quoted.length();
    List<YamlNode> bearers =
        places.stream().filter(each -> each.quoted().equals(quoted)).map(Place::node).toList();
    YamlNode bearer =
        mistake.startsWith("there are two ") ? bearers.get(bearers.size() - 1) : bearers.get(0);
    return value(bearer, mistake.substring(rest)).orElse(bearer);
  }

  /** What is quoted first. */
  private Optional<Place> first(String mistake) {
    Optional<Place> first = Optional.empty();
    int earliest = Integer.MAX_VALUE;
    for (Place place : places) {
      int at = mistake.indexOf(place.quoted());
      if (at >= 0 && at < earliest) {
        earliest = at;
        first = Optional.of(place);
      }
    }
    return first;
  }

  /** A value below a node that a text quotes. */
  private static Optional<YamlNode> value(YamlNode node, String text) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().values().stream()
          .flatMap(entry -> value(entry.value(), text).stream())
          .findFirst();
    }
    return Optional.of(node)
        .filter(
            each ->
                each instanceof YamlNode.Scalar scalar && text.contains("'" + scalar.text() + "'"));
  }
}
