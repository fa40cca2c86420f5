package dev.fastsim.report;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import java.time.Duration;
import java.util.Optional;

/** Scenarios for tests: small, so that a run takes some milliseconds. */
final class Shops {

  static final Metric P95 = new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));
  static final Metric POST_P95 =
      new Metric.Latency(Optional.of("POST /item"), new Statistic.Percentile(95));

  /**
   * Not a lambda of the class whose initializer simulates: the threads that simulate would wait for
   * that class.
   */
  static final ProgressMonitor NEVER_CANCELLED = () -> false;

  private Shops() {}

  /** A shop with two endpoints and a pool, two runs of ten seconds. */
  static ScenarioBuilder shop(String name) {
    return Scenario.builder(name)
        .pool("db", 3, Duration.ofSeconds(1))
        .poissonArrivals(100)
        .endpoint("GET /item", cpu("parse", "1 ms"), io("load", "exponential(8 ms)", "db"))
        .endpoint("POST /item", cpu("parse", "1 ms"), io("pay", "20 ms"))
        .runs(new RunPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 1, 2, 2));
  }

  /** The shop with a promise that it breaks, and one that it keeps. */
  static Scenario breaking() {
    return shop("shop").objective(P95, 0.010).objective(POST_P95, 1).build();
  }
}
