package dev.fastsim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that random scenarios must have, or that must happen in them, often enough.
 *
 * @param name in words
 * @param oneIn of how many scenarios at least one has it
 * @param in whether a run of the reference simulator shows it
 */
record Feature(String name, int oneIn, Predicate<ReferenceSimulator> in) {

  private static final Set<Incident> RARE =
      EnumSet.of(
          Incident.DOZENS_ON_CORES_AFTER_KILL,
          Incident.CALLED_FOR_KILLED_CALLER,
          Incident.KILLED_ON_SHARED_CORES);

  /** In at least one of 200 scenarios. */
  Feature(String name, Predicate<ReferenceSimulator> in) {
    this(name, 200, in);
  }

  /** In at least one of 600 scenarios: it takes a coincidence, or long runs. */
  static Feature rare(String name, Predicate<ReferenceSimulator> in) {
    return new Feature(name, 600, in);
  }

  /** All of them. */
  static List<Feature> all() {
    List<Feature> all = new ArrayList<>(ScenarioFeatures.ALL);
    all.addAll(RunFeatures.ALL);
    Arrays.stream(Incident.values()).map(Feature::of).forEach(all::add);
    return List.copyOf(all);
  }

  private static Feature of(Incident incident) {
    Predicate<ReferenceSimulator> in = run -> run.incidents.contains(incident);
    return RARE.contains(incident) ? rare(incident.name(), in) : new Feature(incident.name(), in);
  }

  /** How many of so many scenarios must show it. */
  long least(long scenarios) {
    return scenarios / oneIn;
  }
}
