package dev.fastsim.sla;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole texts, of constant times where the numbers can be told by hand. */
class ExplanationTest {

  private static final Statistic P95 = new Statistic.Percentile(95);

  private static SimulationResult constant(double perSecond, long seconds, ScenarioBuilder shop) {
    return Experiment.run(
        shop.workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
            .runs(new RunPlan(Duration.ofSeconds(seconds), Duration.ZERO, 1, 2, 2))
            .build());
  }

  private static String explain(SimulationResult result, Metric metric, double limit) {
    Objective objective = new Objective(metric, limit);
    return Explanation.of(result, Judge.judge(result, objective));
  }

  /** A burst of 30 ms, then the connection for 90 ms: 120 ms, one request at a time. */
  @Test
  void latencyBreachSaysWhereTheSlowestSpendTheirTime() {
    SimulationResult result =
        constant(
            5,
            600,
            Scenario.builder("shop")
                .pool("db", 1, Duration.ofSeconds(1))
                .endpoint("POST /checkout", cpu("parse", "30 ms"), io("query", "90 ms", "db")));
    assertThat(explain(result, new Metric.Latency(Optional.of("POST /checkout"), P95), 0.1))
        .isEqualTo(
            """
            POST /checkout p95 <= 100 ms: was 120 ms (2 runs, 6 000 requests, seed 1)
              where the slowest 5% spend their time: query 75%, parse 25%\
            """);
  }

  /**
   * Ten requests a second for a pool that serves eight: the first four wait 0, the next four 100
   * ms, and so on; 76 complete, whose mean wait is 900 ms.
   */
  @Test
  void latencyBreachNamesTheResourceBehindAWait() {
    SimulationResult result =
        constant(
            10,
            10,
            Scenario.builder("shop")
                .ram(1000)
                .pool("db", 4, Duration.ofSeconds(100))
                .endpoint(
                    "GET /", ram("page", 50), cpu("parse", "10 ms"), io("q", "500 ms", "db")));
    assertThat(explain(result, new Metric.Latency(Optional.of("GET /"), new Statistic.Mean()), 0.4))
        .isEqualTo(
            """
            GET / mean <= 400 ms: was 1.41 s (2 runs, 200 requests, seed 1)
              warning: 10/s arrive but only 7.60/s leave (pool db 97.4% in use): the number of requests inside grows for as long as is simulated, and latencies tell of the duration rather than of the service
              where requests spend their time: pool db wait 64% (97% of 4 connections in use), q 35%, parse 1%
              how requests ended: 200 offered, 152 completed, 0 dropped, 0 rejected, 0 timed out, 48 in flight at the end\
            """);
  }

  /** A full bucket of 10 and 60/s lets 18 009 of 30 000 in; the last has not ended at the end. */
  @Test
  void errorRateBreachSaysHowRequestsEnded() {
    SimulationResult result =
        constant(
            100,
            300,
            Scenario.builder("shop")
                .ram(1000)
                .rateLimiter(new RateLimiter(60, 10))
                .pool("db", 2, Duration.ofSeconds(1))
                .endpoint("GET /", ram("page", 500), io("query", "20 ms", "db")));
    assertThat(explain(result, new Metric.ErrorRate(Optional.of("GET /")), 0.01))
        .isEqualTo(
            """
            GET / error rate <= 1%: was 40% (2 runs, 60 000 requests, seed 1)
              how requests ended: 60 000 offered, 36 016 completed, 0 dropped, 23 982 rejected, 0 timed out, 2 in flight at the end
              resources: 1 x 1 core 0% busy, memory 60% in use, pool db 60% in use\
            """);
  }

  @Test
  void utilizationBreachShowsEveryResource() {
    SimulationResult result =
        constant(
            50,
            200,
            Scenario.builder("shop")
                .cores(2)
                .pool("db", 4, Duration.ofSeconds(1))
                .endpoint("GET /", cpu("parse", "30 ms"), io("query", "40 ms", "db")));
    assertThat(explain(result, new Metric.CpuUtilization("shop"), 0.6))
        .isEqualTo(
            """
            cpu utilization <= 60%: was 75% (2 runs, 20 000 requests, seed 1)
              resources: 1 x 2 cores 75% busy, pool db 50% in use\
            """);
  }

  @Test
  void inconclusiveVerdictSaysWhatWouldHelp() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("shop")
                .poissonArrivals(50)
                .endpoint("GET /", cpu("parse", "exponential(10 ms)"))
                .runs(new RunPlan(Duration.ofSeconds(100), Duration.ofSeconds(1), 1, 4, 4))
                .build());
    assertThat(explain(result, new Metric.Latency(Optional.of("GET /"), P95), 0.06))
        .isEqualTo(
            """
            GET / p95 <= 60 ms: cannot tell, is about 59.8 ms (95% CI 54.7 ms .. 64.9 ms; 4 runs, 19 689 requests, seed 1)
              the limit lies inside the interval; simulate more (maxReplications or duration) or move the limit away from what the service does
              where the slowest 5% spend their time: ready queue 75% (event loop 50% busy), parse 25%\
            """);
  }

  @Test
  void tooFewRequestsAreInconclusive() {
    SimulationResult result =
        constant(10, 10, Scenario.builder("shop").endpoint("GET /", io("call", "5 ms")));
    assertThat(
            explain(
                result,
                new Metric.Latency(Optional.of("GET /"), new Statistic.Percentile(99.9)),
                0.01))
        .isEqualTo(
            """
            GET / p99.9 <= 10 ms: cannot tell, is about 5 ms (2 runs, 200 requests, seed 1)
              198 requests are too few for p99.9: at least 10 000 are needed; simulate more (maxReplications or duration) or move the limit away from what the service does
              where the slowest 0.1% spend their time: call 100%\
            """);
  }

  @Test
  void withoutASampleThereIsNothingToShow() {
    SimulationResult result =
        constant(10, 10, Scenario.builder("shop").endpoint("GET /", io("call", "1 h")));
    assertThat(explain(result, new Metric.Latency(Optional.of("GET /"), P95), 0.01))
        .isEqualTo(
            """
            GET / p95 <= 10 ms: nothing was measured (2 runs, 200 requests, seed 1)
              warning: 10/s arrive but only 0/s leave: the number of requests inside grows for as long as is simulated, and latencies tell of the duration rather than of the service
              no request completed, so nothing is shown
              how requests ended: 200 offered, 0 completed, 0 dropped, 0 rejected, 0 timed out, 200 in flight at the end\
            """);
  }

  /**
   * A second without a server: of ten requests a second for ten seconds, ten find none; the last
   * has not ended at the end.
   */
  @Test
  void theFaultsOfTheRunsAreNamedInTheOrderInWhichTheyBegin() {
    SimulationResult result =
        constant(
            10,
            10,
            Scenario.builder("shop")
                .fault(
                    new Fault.Slowdown(
                        "shop",
                        Double.POSITIVE_INFINITY,
                        Duration.ofSeconds(8),
                        Duration.ofMillis(10)))
                .fault(
                    new Fault.Outage(
                        "shop",
                        Fault.Outage.ALL,
                        Fault.Outage.Mode.DRAIN,
                        Duration.ofMillis(2050),
                        Duration.ofSeconds(1)))
                .endpoint("GET /", cpu("parse", "1 ms")));
    assertThat(explain(result, new Metric.ErrorRate(Optional.empty()), 0.01))
        .isEqualTo(
            """
            error rate <= 1%: was 10.1% (2 runs, 200 requests, seed 1)
              how requests ended: 200 offered, 178 completed, 0 dropped, 20 rejected, 0 timed out, 2 in flight at the end
              resources: 1 x 1 core 1% busy
              faults: 2.05 s .. 3.05 s outage of shop, drained; 8 s .. 8.01 s pause of shop\
            """);
  }
}
