package dev.fastsim.scenario;

import dev.fastsim.units.Spelling;
import java.util.List;
import java.util.function.Function;

/** Finds the parts of a scenario by name, and says what may have been meant by a name of none. */
final class Names {

  private Names() {}

  static Service service(Scenario scenario, String wanted) {
    return find("service", wanted, scenario.services(), Service::name);
  }

  static ConnectionPool pool(Scenario scenario, String service, String wanted) {
    return find("pool", wanted, service(scenario, service).pools(), ConnectionPool::name);
  }

  static Concurrency.ThreadPool threadPool(Scenario scenario, String service) {
    Concurrency concurrency = service(scenario, service).server().concurrency();
    Check.that(
        concurrency instanceof Concurrency.ThreadPool,
        "service '%s' has no thread pool, and so no number of threads",
        service);
    return (Concurrency.ThreadPool) concurrency;
  }

  /** A step that takes time. */
  static Step timedStep(Scenario scenario, String wanted) {
    List<Step> steps = scenario.steps();
    Step step =
        steps.stream()
            .filter(each -> each.name().equals(wanted))
            .findFirst()
            .orElseGet(
                () ->
                    find(
                        "step",
                        wanted,
                        steps.stream().filter(each -> !(each instanceof Step.Ram)).toList(),
                        Step::name));
    Check.that(!(step instanceof Step.Ram), "step '%s' uses memory and takes no time", wanted);
    return step;
  }

  static WhatIf whatIf(Scenario scenario, String wanted) {
    return find("what-if", wanted, scenario.whatIfs(), WhatIf::name);
  }

  private static <T> T find(String kind, String wanted, List<T> all, Function<T, String> name) {
    return all.stream()
        .filter(each -> name.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    unknown(kind, wanted, all.stream().map(name).toList())));
  }

  private static String unknown(String kind, String wanted, List<String> known) {
    String those = known.isEmpty() ? "there is none" : "there is only " + String.join(", ", known);
    String meant =
        Spelling.closest(wanted, known).map("; did you mean '%s'?"::formatted).orElse("");
    return "there is no %s '%s'; %s%s".formatted(kind, wanted, those, meant);
  }
}
