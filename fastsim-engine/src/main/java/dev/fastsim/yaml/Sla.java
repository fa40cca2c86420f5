package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The limits that one item of a file sets: one, or several on times of the same kind.
 *
 * @param objectives at least one, on the same kind of metric of the same subject, in the same
 *     what-ifs
 */
record Sla(List<Objective> objectives) {

  /** A limit on one metric. */
  static Sla on(Metric metric, double limit) {
    return new Sla(List.of(new Objective(metric, limit)));
  }

  /**
   * Limits on times.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Sla onTimes(Map<Statistic, Double> limits, Function<Statistic, Metric> metric) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("at least one limit is needed, such as p95");
    }
    List<Objective> objectives = new ArrayList<>();
    limits.forEach(
        (statistic, limit) -> objectives.add(new Objective(metric.apply(statistic), limit)));
    return new Sla(objectives);
  }

  /** Objectives as items, those on times of the same kind together where they are neighbours. */
  static List<Sla> group(List<Objective> objectives) {
    List<Sla> groups = new ArrayList<>();
    for (Objective each : objectives) {
      int last = groups.size() - 1;
      if (last >= 0 && groups.get(last).takes(each)) {
        List<Objective> longer = new ArrayList<>(groups.get(last).objectives());
        longer.add(each);
        groups.set(last, new Sla(longer));
      } else {
        groups.add(new Sla(List.of(each)));
      }
    }
    return groups;
  }

  private boolean takes(Objective other) {
    return statistic(other).isPresent()
        && whatIfs().equals(other.whatIfs())
        && metric().getClass() == other.metric().getClass()
        && subject().equals(other.subject())
        && call(metric()).equals(call(other.metric()));
  }

  /** The LLM step that a metric is about, if it is. */
  static Optional<String> call(Metric metric) {
    return metric instanceof Metric.FirstToken token ? token.call() : Optional.empty();
  }

  Metric metric() {
    return objectives.get(0).metric();
  }

  Optional<String> subject() {
    return objectives.get(0).subject();
  }

  /** The names of the what-ifs it is to hold in; empty for all. */
  Optional<List<String>> whatIfs() {
    return objectives.get(0).whatIfs();
  }

  /** The same limits, to hold in certain what-ifs. */
  Sla in(Optional<List<String>> names) {
    return new Sla(
        objectives.stream()
            .map(each -> new Objective(each.metric(), each.limit(), names))
            .toList());
  }

  /** The limit of a single objective. */
  double limit() {
    return objectives.get(0).limit();
  }

  /** The limits on times by what they limit. */
  Map<Statistic, Double> limits() {
    Map<Statistic, Double> limits = new LinkedHashMap<>();
    objectives.forEach(each -> limits.put(statistic(each).orElseThrow(), each.limit()));
    return limits;
  }

  private static Optional<Statistic> statistic(Objective objective) {
    if (objective.metric() instanceof Metric.Latency latency) {
      return Optional.of(latency.statistic());
    } else if (objective.metric() instanceof Metric.ReadyQueueLag lag) {
      return Optional.of(lag.statistic());
    } else if (objective.metric() instanceof Metric.FirstToken token) {
      return Optional.of(token.statistic());
    }
    return Optional.empty();
  }
}
