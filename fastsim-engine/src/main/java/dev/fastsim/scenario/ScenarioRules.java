package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the parts of a scenario must fit together. */
final class ScenarioRules {

  private ScenarioRules() {}

  /** Every broken rule, in words; empty if the parts fit. */
  static List<String> mistakes(
      List<Node> nodes,
      List<Link> links,
      List<Fault> faults,
      List<Objective> objectives,
      RunPlan runs) {
    List<String> mistakes = new ArrayList<>();
    ServiceRules.check(Topology.services(nodes), mistakes);
    TopologyRules topology = new TopologyRules(nodes, links, mistakes);
    topology.check();
    if (mistakes.isEmpty()) {
      // What refers to services, links and endpoints is checked once these are sound.
      FaultRules.check(nodes, links, faults, runs, mistakes);
      ObjectiveRules.check(nodes, links, objectives, mistakes);
    }
    return mistakes;
  }

  /** Reports each name that occurs twice. */
  static void requireUnique(String kind, List<String> names, List<String> mistakes) {
    Set<String> known = new HashSet<>();
    Set<String> reported = new HashSet<>();
    for (String name : names) {
      if (!known.add(name) && reported.add(name)) {
        mistakes.add("there are two %s named '%s'".formatted(kind, name));
      }
    }
  }

  /** Reports a reference to something that there is not. */
  static void requireKnown(
      String user, String kind, String name, List<String> known, List<String> mistakes) {
    if (!known.contains(name)) {
      mistakes.add(
          "%s refers to %s '%s', but there %s"
              .formatted(
                  user,
                  kind,
                  name,
                  known.isEmpty() ? "is none" : "is only " + String.join(", ", known)));
    }
  }
}
