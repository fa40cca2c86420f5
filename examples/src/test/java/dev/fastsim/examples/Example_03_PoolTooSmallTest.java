package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A connection pool that is too small, and how it looks from outside.
 *
 * <p>A query holds its connection for 20 ms, and 300 arrive each second: on average six connections
 * are in use (Little's law: 300/s x 0.020 s). Seven seem enough. They are not: requests come in
 * bunches, and whenever more than seven want to query at once the rest wait. With twelve
 * connections waiting all but vanishes. The CPU is idle in both: the pool is the bottleneck, and no
 * number of cores would help.
 */
class Example_03_PoolTooSmallTest {

  @Test
  void sevenConnectionsAreEnoughOnAverageButNotForTheSlowest(
      @Simulated(SevenConnections.class) SimulationResult seven) {
    assertThat(seven).pool("db").utilization().isLessThan(0.9);
    assertThat(seven).cpuUtilization().isLessThan(0.2);
    assertThat(seven).endpoint("GET /order").p95().isGreaterThan(Duration.ofMillis(75));
  }

  /** What the team had: no promise, so only shown. */
  @ConnectionPool(name = "db", size = 7, acquireTimeout = "1 s")
  static class SevenConnections extends Orders {}

  /** What it needs. */
  @ConnectionPool(name = "db", size = 12, acquireTimeout = "1 s")
  @LatencySla(p95 = "65 ms")
  @ErrorRateSla(max = "0.01%")
  @UtilizationSla(pools = "60%")
  static class TwelveConnections extends Orders {}

  /** The service, whatever its pool. */
  @ArrivalRate("300/s")
  abstract static class Orders {

    @CpuStep("0.5 ms")
    void parse() {}

    @IoWait(value = "exponential(20 ms)", pool = "db")
    void query() {}

    @Endpoint("GET /order")
    void order() {
      parse();
      query();
    }
  }
}
