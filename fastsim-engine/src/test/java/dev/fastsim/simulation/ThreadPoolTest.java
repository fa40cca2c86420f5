package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Threads and shared cores where every time can be worked out by hand; arrivals 10 ms apart. */
class ThreadPoolTest {

  private static ScenarioBuilder everyTenMillis(Concurrency concurrency) {
    return Scenario.builder("s")
        .concurrency(concurrency)
        .workload(new Workload.OpenRate(100, Workload.OpenRate.Spacing.CONSTANT))
        .runs(new RunPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 1, 1, 1));
  }

  private static RunResult play(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  private static double share(RunResult run, String category) {
    return run.endpoints().get(0).breakdown().shares(1).stream()
        .filter(share -> share.category().equals(category))
        .mapToDouble(TimeBreakdown.Share::share)
        .findFirst()
        .orElse(0);
  }

  /** From 12 ms on one computes while the next does, which came at 10 and has 2 ms left to do. */
  @Test
  void burstsThatOverlapShareTheCore() {
    RunResult run =
        play(
            everyTenMillis(new Concurrency.ThreadPool(2, 0))
                .endpoint("GET /", cpu("work", "4 ms"), io("think", "8 ms"), cpu("more", "4 ms")));
    assertThat(run.latency().min()).isEqualTo(18e-3);
    assertThat(run.latency().max()).isEqualTo(18e-3);
    assertThat(share(run, WaitNames.READY_QUEUE)).isEqualTo(2.0 / 18);
    assertThat(run.services().get(0).replicas().get(0).coresHeld().mean()).isEqualTo(0.8);
  }

  /** The second core is for the second burst. */
  @Test
  void nobodyIsSlowedDownWhereThereIsACoreForEach() {
    RunResult run =
        play(
            everyTenMillis(new Concurrency.ThreadPool(9, 0))
                .cores(2)
                .endpoint("GET /", cpu("work", "19 ms")));
    assertThat(run.latency().max()).isEqualTo(19e-3);
    assertThat(share(run, WaitNames.READY_QUEUE)).isZero();
  }

  @Test
  void waitingForAThreadIsTold() {
    RunResult run =
        play(
            everyTenMillis(new Concurrency.ThreadPool(1, 1))
                .endpoint("GET /", blockingIo("query", "20 ms")));
    // every other request comes when the one before it begins; the rest are rejected
    assertThat(run.outcomes().rejected()).isBetween(449L, 451L);
    assertThat(share(run, WaitNames.THREAD)).isEqualTo(0.5);
    assertThat(run.services().get(0).replicas().get(0).threadsInUse().mean()).isEqualTo(1);
  }

  /** While the core is half as fast, 2 ms take 4 ms, of which 2 are its slowness. */
  @Test
  void aSlowdownIsToldApartFromSharing() {
    RunResult run =
        play(
            everyTenMillis(Concurrency.ThreadPool.DEFAULT)
                .fault(new Fault.Slowdown("s", 2, Duration.ZERO, Duration.ofSeconds(20)))
                .endpoint("GET /", cpu("work", "2 ms")));
    assertThat(run.latency().max()).isEqualTo(4e-3);
    assertThat(share(run, WaitNames.SLOWDOWN)).isEqualTo(0.5);
    assertThat(share(run, WaitNames.READY_QUEUE)).isZero();
  }

  /** A virtual thread gives its carrier back where it waits, and keeps it where it is pinned. */
  @Test
  void aPinnedVirtualThreadHoldsItsCarrier() {
    Concurrency virtual = new Concurrency.VirtualThreads();
    RunResult unpinned = play(everyTenMillis(virtual).endpoint("GET /", io("query", "50 ms")));
    RunResult pinned =
        play(everyTenMillis(virtual).endpoint("GET /", blockingIo("query", "50 ms")));
    assertThat(unpinned.latency().max()).isEqualTo(50e-3);
    assertThat(unpinned.services().get(0).replicas().get(0).coresHeld().mean()).isZero();
    assertThat(pinned.services().get(0).replicas().get(0).coresHeld().mean()).isEqualTo(1);
    assertThat(share(pinned, WaitNames.READY_QUEUE)).isGreaterThan(0.9);
  }
}
