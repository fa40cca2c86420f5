package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.ExtraLoss;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.LatencySpike;
import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Pause;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.PoolShrink;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Slowdown;
import dev.fastsim.annotations.Surge;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UserCount;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.annotations.Workload;

/** One model for each mistake; apart from it, each is right. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"})
final class MistakenSpecs {

  private MistakenSpecs() {}

  /** Right, for others to spoil. */
  @ArrivalRate("10/s")
  abstract static class Right {
    @Endpoint("GET /right")
    @LatencySla(p95 = "10 ms")
    void right() {}
  }

  abstract static class NoTraffic {
    @Endpoint
    @LatencySla(p95 = "10 ms")
    void get() {}
  }

  static class WithoutTraffic extends NoTraffic {}

  @ArrivalRate("10/s")
  @Workload(users = 1, requestsPerMinutePerUser = 1)
  static class TwoKindsOfTraffic extends NoTraffic {}

  @ArrivalRate("10 per second")
  static class UnreadableRate extends NoTraffic {}

  @Workload(users = 0, requestsPerMinutePerUser = 1)
  static class NoUsers extends NoTraffic {}

  @Workload(users = 9, requestsPerMinutePerUser = 1, userCount = UserCount.NORMAL)
  static class NoDeviation extends NoTraffic {}

  @Server(cores = 0)
  static class NoCore extends Right {}

  @Server(ram = "2 G")
  static class UnreadableSize extends Right {}

  @ConnectionPool(name = "db", size = 0)
  static class EmptyPool extends Right {}

  @RateLimiter(permitsPerSecond = 0)
  static class NoPermits extends Right {}

  @Network(latency = "1 ms", loss = "120%")
  static class MoreThanAllLost extends Right {}

  @Simulation(duration = "10 s", warmUp = "10 s")
  static class NothingMeasured extends Right {}

  @Simulation(replications = 0)
  static class NoReplication extends Right {}

  @UtilizationSla
  static class NoLimitOnUtilization extends Right {}

  @UtilizationSla(ram = "50%")
  static class NoMemoryToLimit extends Right {}

  @UtilizationSla(pools = "50%")
  static class NoPoolToLimit extends Right {}

  @ThroughputSla(min = "fast")
  static class UnreadableThroughput extends Right {}

  @ErrorRateSla(max = "101%")
  static class MoreThanAllErrors extends Right {}

  @Outage(start = "10 min", duration = "1 min")
  static class TooLate extends Right {}

  @LatencySpike(start = "1 min", duration = "1 min", added = "much")
  static class UnreadableSpike extends Right {}

  @ExtraLoss(start = "1 min", duration = "1 min", loss = "0%")
  static class NothingLost extends Right {}

  @Slowdown(start = "1 min", duration = "1 min", factor = 0.5)
  static class Speedup extends Right {}

  @Pause(start = "1 min", duration = "0 s")
  static class PauseWithoutLength extends Right {}

  @PoolShrink(start = "1 min", duration = "1 min", pool = "db", size = 1)
  static class NoPoolToShrink extends Right {}

  @Surge(start = "1 min", duration = "1 min", factor = 0)
  static class SurgeOfNothing extends Right {}

  static class SharedState extends Right {
    static int calls;
  }

  static class NeedsArgument extends Right {
    NeedsArgument(int ignored) {}
  }

  static class FailsToStart extends Right {
    FailsToStart() {
      throw new IllegalStateException("not today");
    }
  }

  static class StepInConstructor extends Right {
    StepInConstructor() {
      work();
    }

    @CpuStep("1 ms")
    void work() {}
  }

  static class UnreadableDuration extends Right {
    @CpuStep("1 msec")
    void work() {}
  }

  static class UnknownDistribution extends Right {
    @CpuStep("exponental(1 ms)")
    void work() {}
  }

  @ConnectionPool(name = "database", size = 1)
  static class UnknownPool extends Right {
    @IoWait(value = "1 ms", pool = "databse")
    void query() {}
  }

  static class ComputesAndWaits extends Right {
    @CpuStep("1 ms")
    @IoWait("1 ms")
    void both() {}
  }

  @Server(ram = "1 MiB")
  static class TooBig extends Right {
    @RamStep("2 MiB")
    void load() {}
  }

  static class SameName extends Right {
    @Endpoint("GET /right")
    void again() {}
  }

  static class WithParameter extends Right {
    @Endpoint
    @LatencySla(p95 = "10 ms")
    void find(String key) {}
  }

  static class NoWeight extends Right {
    @Endpoint(weight = 0)
    void never() {}
  }

  static class NoLimit extends Right {
    @Endpoint
    @LatencySla
    void unlimited() {}
  }

  static class UnreadableLimit extends Right {
    @Endpoint
    @LatencySla(p95 = "80")
    void soon() {}
  }

  static class ZeroLimit extends Right {
    @Endpoint
    @LatencySla(p95 = "0 ms")
    void atOnce() {}
  }

  static class NoSuchPercentile extends Right {
    @Endpoint
    @LatencySla(percentiles = @Percentile(value = 100, limit = "1 ms"))
    void always() {}
  }

  static class LimitedTwice extends Right {
    @Endpoint
    @LatencySla(p95 = "1 ms", percentiles = @Percentile(value = 95, limit = "2 ms"))
    void twice() {}
  }

  static class BodyThrows extends Right {
    @Endpoint
    void fails() {
      throw new IllegalStateException("out of order");
    }
  }

  static class NeverEnds extends Right {
    @CpuStep("1 ms")
    void work() {}

    @Endpoint
    void loops() {
      while (true) {
        work();
      }
    }
  }

  static class CallsItself extends Right {
    @Endpoint
    @SuppressWarnings("InfiniteRecursion")
    void recurs() {
      recurs();
    }
  }
}
