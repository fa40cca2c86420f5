package dev.fastsim.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One document of a settings file: its properties by name. */
final class SettingsDocument {

  private static final List<String> ON_PROFILE =
      List.of("spring.config.activate.onprofile", "spring.profiles");

  private final Map<String, List<Property>> byName = new LinkedHashMap<>();

  void add(Property property) {
    byName.computeIfAbsent(property.name(), name -> new ArrayList<>()).add(property);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The properties of a name; more than one if it is there in several spellings. */
  List<Property> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All properties, by name. */
  Map<String, List<Property>> byName() {
    return byName;
  }

  /** The values of a name that may be a list: {@code a, b}, or one item after the other. */
  List<Property> list(String name) {
    List<Property> items = new ArrayList<>(all(name));
    for (int i = 0; has(name + "." + i); i++) {
      items.addAll(all(name + "." + i));
    }
    return items;
  }

  /** What says in which profiles the document counts; empty if it counts in all. */
  List<Property> profiles() {
    return ON_PROFILE.stream().flatMap(name -> list(name).stream()).toList();
  }

  /** What makes the document count on a cloud platform alone, which a model is never on. */
  Optional<Property> cloudPlatform() {
    return all("spring.config.activate.oncloudplatform").stream().findFirst();
  }
}
