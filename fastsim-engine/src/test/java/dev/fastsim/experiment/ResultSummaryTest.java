package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultSummaryTest {

  private static RunPlan runs(int seconds, int warmUpSeconds, int replications) {
    return new RunPlan(
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUpSeconds),
        1,
        replications,
        replications);
  }

  /** A request each 10 ms, never two at once; the first and the last batch lack one each. */
  @Test
  void whatIsTheSameThroughoutHasNoIntervalAndOneEndpointIsNotListed() {
    Scenario clock =
        Scenario.builder("clock")
            .workload(new Workload.OpenRate(100, Spacing.CONSTANT))
            .endpoint("GET /time", cpu("tell", "4 ms"))
            .runs(runs(10, 0, 1))
            .build();

    assertThat(Experiment.run(clock).summary())
        .isEqualTo(
"""
clock: 1 run of 10 s in 20 batches, seed 1

requests, all runs together
  offered                1 000
  completed                999  99.9%
  dropped                    0
  rejected                   0
  timed out                  0
  in flight at the end       1  0.1%
  throughput            99.9/s  95% CI 99.7/s .. 100.1/s
  error rate                0%

latency
  mean                    4 ms
  p50                     4 ms
  p90                     4 ms
  p95                     4 ms
  p99                     4 ms
  p99.9                   4 ms
  max                     4 ms

server clock: 1 core
  cpu utilization          40%  95% CI 39.9% .. 40%
  ready queue             0.00  mean, max 0
  ready-queue lag p50     0 ns
  ready-queue lag p99     0 ns
  I/O in flight           0.00  mean, max 0

links: connections in flight
  clients -> clock        0.00  mean, lost 0
  clock -> clients        0.00  mean, lost 0

theory: no formula, since arrivals are evenly spaced, and no Poisson process

assumptions
  the cores do nothing but tell: no garbage collection, no other process
  tell always takes the same time; if not, queues are longer
  no step's time is a measurement (empirical); all are as good as their guesses
  requests are evenly spaced; real ones come in bursts, and queue more
""");
  }

  @Test
  void knownQueueIsShownBesideItsTheory() {
    Scenario queue =
        Scenario.builder("queue")
            .poissonArrivals(85)
            .endpoint("serve", cpu("serve", "exponential(10 ms)"))
            .runs(runs(400, 20, 8))
            .build();

    String summary = Experiment.run(queue).summary();

    assertThat(summary.substring(summary.indexOf("theory: ")))
        .matches(
            "theory: M/M/1 \\(Gross and Harris, Fundamentals of Queueing Theory, ch. 2\\)\n"
                + " +mean +66.7 ms  observed 6\\d(\\.\\d)? ms, [+-]\\d\\.\\d\\d%, theory inside the 95% CI\n"
                + " +p50 +46.2 ms  observed .*\n"
                + " +p95 +199.7 ms  observed .*\n"
                + " +p99 +307 ms  observed .*\n"
                + " +requests inside +5.67  observed .*\n"
                + "\nassumptions\n"
                + "  the cores do nothing but serve: no garbage collection, no other process\n"
                + "  the cores are 8\\d(\\.\\d)?% busy: 1% more work makes waits about 6% longer\n"
                + "  no step's time is a measurement .*\n");
  }

  @Test
  void everyPartOfTheScenarioIsShownWithItsIntervals() {
    Scenario shop =
        Scenario.builder("shop")
            .service(
                "web",
                web ->
                    web.ram(2L << 30)
                        .replicas(2, BalancingPolicy.RANDOM)
                        .endpoint("GET /", cpu("parse", "1 ms"), ram("page", 20 << 20))
                        .endpoint("POST /", cpu("check", "2 ms"), ram("form", 30 << 20)))
            .service(
                "store",
                store ->
                    store
                        .cores(4)
                        .pool("db", 3, Duration.ofMillis(50))
                        .endpoint("load", io("query", "exponential(8 ms)", "db")))
            .link("clients", "web", "exponential(3 ms)")
            .link("web", "store", "1 ms")
            .link("store", "clients", "exponential(3 ms)")
            .poissonArrivals(300)
            .fault(
                new Fault.LatencySpike(
                    "web -> store",
                    Duration.ofMillis(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10)))
            .fault(
                new Fault.Outage(
                    "store",
                    Fault.Outage.ALL,
                    Fault.Outage.Mode.DRAIN,
                    Duration.ofSeconds(50),
                    Duration.ofSeconds(2)))
            .runs(runs(60, 5, 4))
            .build();

    assertThat(Experiment.run(shop).summary())
        .isEqualTo(
"""
shop: 4 runs of 60 s, the first 5 s not measured, seed 1

requests, all runs together
  offered                 65 872
  completed               63 231  96%
  dropped                      0
  rejected                 2 403  3.65%
  timed out                  212  0.322%
  in flight at the end        26  0.0395%
  throughput             287.5/s  95% CI 285.5/s .. 289.6/s
  error rate               3.97%  95% CI 3.53% .. 4.41%

latency
  mean                   27.9 ms  95% CI 27 ms .. 28.8 ms
  p50                    25.1 ms  95% CI 24.4 ms .. 25.7 ms
  p90                    49.8 ms  95% CI 47.9 ms .. 51.7 ms
  p95                    58.3 ms  95% CI 55 ms .. 61.5 ms
  p99                    74.9 ms  95% CI 69.5 ms .. 80.2 ms
  p99.9                  92.9 ms  95% CI 86.1 ms .. 99.7 ms
  max                   133.5 ms

endpoints: throughput and latency
  GET /                  143.7/s  p50 24.7 ms, p95 57.9 ms, p99 74.5 ms, errors 4.06%
  POST /                 143.8/s  p50 25.4 ms, p95 58.6 ms, p99 75.3 ms, errors 3.88%

server web: 2 replicas of 1 core, 2 GiB
  cpu utilization          22.5%  95% CI 22.2% .. 22.7%
  ready queue               0.04  mean, max 8
  ready-queue lag p50       0 ns
  ready-queue lag p99    2.67 ms  95% CI 2.56 ms .. 2.79 ms
  I/O in flight             0.00  mean, max 0
  memory in use         6.90 MiB  mean, max 230 MiB
  waiting for memory        0.00  mean, max 0

server store: 4 cores
  cpu utilization             0%
  ready queue               0.00  mean, max 0
  ready-queue lag p50        n/a
  ready-queue lag p99        n/a
  I/O in flight             2.29  mean, max 3
  pool db utilization      76.4%  95% CI 75% .. 77.7%
  pool db waiting           2.18  mean, max 28
  pool db timeouts           212

links: connections in flight
  clients -> web            0.90  mean, lost 0
  web -> store              1.39  mean, lost 0
  store -> clients          0.86  mean, lost 0

faults
  20 s .. 30 s: 20 ms more latency on web -> store
  50 s .. 52 s: outage of store, drained

theory: no formula, since with faults there is no steady state

assumptions
  the cores do nothing but parse, check: no garbage collection, no other process
  query takes as long under load as alone: what is behind it never queues
  no step's time is a measurement (empirical); all are as good as their guesses
  clients do not try again: the 3.97% that fail add no traffic
""");
  }
}
