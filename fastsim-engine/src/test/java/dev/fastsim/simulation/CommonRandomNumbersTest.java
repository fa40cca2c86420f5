package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that differ in one thing share their luck in all others. */
class CommonRandomNumbersTest {

  private static ScenarioBuilder service() {
    return Scenario.builder("shop")
        .poissonArrivals(100)
        .runs(new RunPlan(Duration.ofSeconds(60), Duration.ZERO, 7, 1, 1))
        .endpoint("browse", cpu("render", "exponential(5 ms)"), io("load", "exponential(20 ms)"))
        .endpoint("buy", cpu("charge", "exponential(8 ms)"), cpu("render", "exponential(5 ms)"));
  }

  private static RunResult run(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  @Test
  void moreMachinesMeetTheSameArrivalsAndServiceTimes() {
    RunResult small = run(service());
    List<ScenarioBuilder> others =
        List.of(
            service().cores(4),
            service().replicas(3, BalancingPolicy.RANDOM),
            service().pool("unused", 3, Duration.ZERO).ram(1000));
    for (ScenarioBuilder other : others) {
      RunResult large = run(other);
      for (int i = 0; i < small.endpoints().size(); i++) {
        EndpointRun before = small.endpoints().get(i);
        EndpointRun after = large.endpoints().get(i);
        assertThat(after.outcomes().offered()).isEqualTo(before.outcomes().offered());
        assertThat(seconds(after, "render"))
            .isCloseTo(seconds(before, "render"), withinPercentage(1));
      }
    }
  }

  /** Differs only by the few requests that have not completed at the end. */
  private static double seconds(EndpointRun endpoint, String step) {
    return endpoint.breakdown().shares(1).stream()
            .filter(share -> share.category().equals(step))
            .mapToDouble(share -> share.share())
            .sum()
        * endpoint.latency().mean()
        * endpoint.latency().count();
  }

  /** First come, first served, one burst: with more cores each request starts no later. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void moreCoresNeverDelayARequestOfASingleBurst(int cores) {
    for (long seed = 0; seed < 20; seed++) {
      List<RequestLog.Ending> few = singleBurst(cores, seed);
      List<RequestLog.Ending> more = singleBurst(cores + 1, seed);
      assertThat(more).hasSameSizeAs(few);
      for (int i = 0; i < few.size(); i++) {
        if (few.get(i).outcome() != null) {
          assertThat(more.get(i).outcome()).isNotNull();
          assertThat(more.get(i).time()).isLessThanOrEqualTo(few.get(i).time());
        }
      }
    }
  }

  private static List<RequestLog.Ending> singleBurst(int cores, long seed) {
    return RequestLog.of(
        Scenario.builder("G/G/" + cores)
            .cores(cores)
            .workload(
                new Workload.Users(
                    20, 600, Duration.ofSeconds(1), new Workload.Users.Count.Poisson()))
            .endpoint("serve", cpu("serve", "lognormal(mean=10 ms, sd=20 ms)"))
            .runs(new RunPlan(Duration.ofSeconds(10), Duration.ZERO, seed, 1, 1))
            .build(),
        0);
  }

  /** Up to the rounding to whole nanoseconds. */
  @Test
  void slowMotionChangesNothingButTheUnitOfTime() {
    RunResult fast = run(atSpeed(100, "exponential(16 ms)", Duration.ofSeconds(100)));
    RunResult slow = run(atSpeed(0.1, "exponential(16 s)", Duration.ofSeconds(100_000)));
    assertThat(slow.outcomes()).isEqualTo(fast.outcomes());
    assertThat(slow.endpoints().get(0).latency().mean())
        .isCloseTo(1000 * fast.endpoints().get(0).latency().mean(), withinPercentage(0.001));
    assertThat(slow.requestsInside()).isCloseTo(fast.requestsInside(), withinPercentage(0.001));
  }

  private static ScenarioBuilder atSpeed(double perSecond, String time, Duration duration) {
    return Scenario.builder("M/M/2")
        .cores(2)
        .poissonArrivals(perSecond)
        .endpoint("serve", cpu("serve", time))
        .runs(new RunPlan(duration, Duration.ZERO, 7, 1, 1));
  }
}
