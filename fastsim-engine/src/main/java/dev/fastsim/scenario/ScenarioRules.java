package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the parts of a scenario must fit together. */
final class ScenarioRules {

  private ScenarioRules() {}

  /** Every broken rule, in words; empty if the parts fit. */
  static List<String> mistakes(
      Server server, List<ConnectionPool> pools, List<Endpoint> endpoints) {
    List<String> mistakes = new ArrayList<>();
    Set<String> poolNames = new HashSet<>();
    for (ConnectionPool pool : pools) {
      if (!poolNames.add(pool.name())) {
        mistakes.add("there are two connection pools named '%s'".formatted(pool.name()));
      }
    }
    if (endpoints.isEmpty()) {
      mistakes.add("there is no endpoint; a service needs at least one");
    }
    Set<String> endpointNames = new HashSet<>();
    Map<String, Step> steps = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      if (!endpointNames.add(endpoint.name())) {
        mistakes.add("there are two endpoints named '%s'".formatted(endpoint.name()));
      }
      for (Step step : endpoint.body().vocabulary()) {
        Step known = steps.putIfAbsent(step.name(), step);
        if (known == null) {
          checkPool(step, poolNames, mistakes);
          checkName(step, pools, mistakes);
        } else if (!known.equals(step)) {
          mistakes.add(
              "there are two different steps named '%s': %s and %s"
                  .formatted(step.name(), known, step));
        }
      }
      if (endpoint.body() instanceof Body.Fixed fixed) {
        checkMemory(endpoint, fixed, server, mistakes);
      }
    }
    return mistakes;
  }

  private static void checkPool(Step step, Set<String> poolNames, List<String> mistakes) {
    if (step instanceof Step.Io io && io.pool().isPresent()) {
      String pool = io.pool().get();
      if (!poolNames.contains(pool)) {
        mistakes.add(
            "step '%s' takes a connection from pool '%s', but %s"
                .formatted(
                    step.name(),
                    pool,
                    poolNames.isEmpty()
                        ? "the service has no pools"
                        : "the service's pools are " + poolNames.stream().sorted().toList()));
      }
    }
  }

  private static void checkName(Step step, List<ConnectionPool> pools, List<String> mistakes) {
    if (WaitNames.all(pools).contains(step.name())) {
      mistakes.add(
          "a step is named '%s', which is what results call a wait; give it another name"
              .formatted(step.name()));
    }
  }

  private static void checkMemory(
      Endpoint endpoint, Body.Fixed body, Server server, List<String> mistakes) {
    double bytes = 0;
    for (Step step : body.steps()) {
      bytes += step instanceof Step.Ram ram ? ram.bytes() : 0;
    }
    if (bytes > server.ramBytes()) {
      mistakes.add(
          "a request to '%s' needs %.0f B of memory, but a replica has only %d B; it could never start"
              .formatted(endpoint.name(), bytes, server.ramBytes()));
    }
  }
}
