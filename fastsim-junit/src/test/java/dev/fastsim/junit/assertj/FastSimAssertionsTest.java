package dev.fastsim.junit.assertj;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import org.assertj.core.api.SoftAssertionsProvider;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class FastSimAssertionsTest {

  /** 100 requests a second; 2 ms of a core, then about 20 ms of I/O. Seed and result are fixed. */
  private static final SimulationResult RESULT =
      FastSim.simulate(
          Scenario.builder("shop")
              .cores(1)
              .pool("db", 20, Duration.ofSeconds(1))
              .poissonArrivals(100)
              .endpoint("GET /cart", cpu("parse", "2 ms"), io("load", "exponential(20 ms)", "db"))
              .endpoint("GET /idle", io("sleep", "7 ms"))
              .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(5), 1, 4, 4))
              .build());

  private static Duration ms(double millis) {
    return Duration.ofNanos(Math.round(millis * 1e6));
  }

  private static Duration seconds(double seconds) {
    return ms(seconds * 1000);
  }

  @Test
  void comparisonsOfOneEndpointAreChained() {
    assertThat(RESULT)
        .endpoint("GET /cart")
        .mean()
        .isLessThan(ms(40))
        .p50()
        .isLessThan(ms(40))
        .p90()
        .isGreaterThan(ms(20))
        .p95()
        .isLessThan(ms(120))
        .p99()
        .isLessThan(ms(250))
        .percentile(99.5)
        .isGreaterThan(ms(20))
        .max()
        .isLessThan(ms(1000))
        .errorRate()
        .isLessThan(0.01)
        .throughput()
        .isGreaterThan(40)
        .endpoint("GET /idle")
        .p99()
        .isLessThan(ms(8))
        .result()
        .throughput()
        .isGreaterThan(90);
  }

  @Test
  void resourcesAreComparedToo() {
    assertThat(RESULT)
        .cpuUtilization()
        .isLessThan(0.3)
        .cpuUtilization()
        .isGreaterThan(0.05)
        .errorRate()
        .isLessThanOrEqualTo(0.01)
        .throughput()
        .isLessThan(120)
        .pool("db")
        .utilization()
        .isLessThan(0.3)
        .result()
        .readyQueueLag()
        .p99()
        .isLessThan(ms(50))
        .mean()
        .isLessThan(ms(5));
  }

  @Test
  void aBreachIsExplainedAsByTheEngine() {
    AssertionFailedError error =
        catchThrowableOfType(
            AssertionFailedError.class,
            () -> assertThat(RESULT).endpoint("GET /cart").p95().isLessThan(ms(30)));
    assertThat(error)
        .hasMessageMatching(
            "GET /cart p95 < 30 ms: was [\\d.]+ ms \\(95% CI .*; 4 runs, [\\d ]+ requests, seed 1\\)\n"
                + "  where the slowest 5% spend their time: load .*");
    assertThat(error.getExpected().getStringRepresentation()).contains("p95 < 30 ms");
    assertThat(error.getActual().getStringRepresentation()).contains(" ms");
  }

  @Test
  void theOtherSideIsExplainedInItsOwnWords() {
    assertThatThrownBy(() -> assertThat(RESULT).endpoint("GET /cart").p95().isGreaterThan(ms(500)))
        .hasMessageStartingWith("GET /cart p95 > 500 ms: was ");
    assertThatThrownBy(() -> assertThat(RESULT).throughput().isLessThanOrEqualTo(10))
        .hasMessageStartingWith("throughput <= 10/s: was ");
    assertThatThrownBy(() -> assertThat(RESULT).cpuUtilization().isGreaterThanOrEqualTo(0.5))
        .hasMessageStartingWith("cpu utilization >= 50%: was ");
  }

  @Test
  void aLimitInsideTheIntervalFailsInBothDirectionsAndSaysSo() {
    Estimate mean = RESULT.endpoint("GET /cart").latency().mean();
    assertThat(mean.low()).isLessThan(mean.high());
    Duration inside = seconds(mean.value());
    assertThatThrownBy(() -> assertThat(RESULT).endpoint("GET /cart").mean().isLessThan(inside))
        .hasMessageContaining("cannot tell, is about")
        .hasMessageContaining("the limit lies inside the interval");
    assertThatThrownBy(() -> assertThat(RESULT).endpoint("GET /cart").mean().isGreaterThan(inside))
        .hasMessageContaining("cannot tell, is about");
  }

  @Test
  void lessThanExcludesTheLimitAndAtMostIncludesIt() {
    EndpointAssert idle = assertThat(RESULT).endpoint("GET /idle");
    idle.mean().isLessThanOrEqualTo(ms(7)).mean().isGreaterThanOrEqualTo(ms(7));
    assertThatThrownBy(() -> idle.mean().isLessThan(ms(7))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> idle.mean().isGreaterThan(ms(7))).isInstanceOf(AssertionError.class);
  }

  @Test
  void nothingMeasuredHoldsInNoDirection() {
    assertThatThrownBy(() -> assertThat(RESULT).ramUtilization().isLessThan(0.9))
        .hasMessageContaining("nothing was measured");
    assertThatThrownBy(() -> assertThat(RESULT).ramUtilization().isGreaterThan(0.1))
        .hasMessageContaining("nothing was measured");
  }

  @Test
  void descriptionsGoAlong() {
    assertThatThrownBy(
            () ->
                assertThat(RESULT).as("on sale day").endpoint("GET /cart").p95().isLessThan(ms(1)))
        .hasMessageStartingWith("[on sale day] GET /cart p95 < 1 ms: was");
    assertThatThrownBy(() -> assertThat(RESULT).cpuUtilization().as("cores").isLessThan(0.01))
        .hasMessageStartingWith("[cores] cpu utilization < 1%: was");
  }

  @Test
  void softAssertionsCollectAllFailures() {
    FastSimSoftAssertions softly = new FastSimSoftAssertions();
    softly
        .assertThat(RESULT)
        .endpoint("GET /cart")
        .p95()
        .isLessThan(ms(1))
        .p99()
        .isLessThan(ms(2))
        .mean()
        .isLessThan(ms(100));
    softly.assertThat("text").isEqualTo("text");
    assertThat(softly.errorsCollected()).hasSize(2);
    assertThatThrownBy(
            () ->
                SoftAssertionsProvider.assertSoftly(
                    FastSimSoftAssertions.class,
                    soft -> soft.assertThat(RESULT).cpuUtilization().isLessThan(0.01)))
        .hasMessageContaining("cpu utilization < 1%: was");
  }

  @Test
  void whatDoesNotExistIsNamedWithWhatDoes() {
    assertThatThrownBy(() -> assertThat(RESULT).endpoint("GET /card"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no endpoint 'GET /card'; shop has [GET /cart, GET /idle]");
    assertThatThrownBy(() -> assertThat(RESULT).pool("bd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no pool 'bd'; shop has [db]");
    assertThatThrownBy(() -> assertThat(RESULT).cpuUtilization().isLessThan(70))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a share must be from 0 to 1, but is 70.0");
  }
}
