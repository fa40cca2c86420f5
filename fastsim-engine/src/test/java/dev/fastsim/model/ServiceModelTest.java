package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Autoscaler;
import dev.fastsim.annotations.Balancer;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Direction;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.ExtraLoss;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.LatencySpike;
import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.OutageMode;
import dev.fastsim.annotations.Pause;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.PoolShrink;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Slowdown;
import dev.fastsim.annotations.Surge;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UserCount;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.annotations.Workload;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every word of a model and where it ends up. */
class ServiceModelTest {

  @Server(
      cores = 2,
      ram = "2 GiB",
      replicas = 3,
      balancer = Balancer.LEAST_CONNECTIONS,
      maxQueue = 100)
  @ConnectionPool(name = "db", size = 20, acquireTimeout = "1 s")
  @Network(latency = "exponential(3 ms)", loss = "1%")
  @RateLimiter(permitsPerSecond = 500, burst = 10)
  @Workload(
      users = 100,
      requestsPerMinutePerUser = 60,
      window = "30 s",
      userCount = UserCount.NORMAL,
      userSd = 5)
  @Simulation(duration = "2 min", warmUp = "10 s", seed = 7, replications = 4, maxReplications = 9)
  @ReadyQueueLagSla(max = "1 s", mean = "5 ms", p99 = "50 ms")
  @UtilizationSla(pools = "90%", cpu = "70%", ram = "80%")
  @ErrorRateSla(max = "0%")
  @ThroughputSla(min = "90/s")
  static class Checkout {

    @CpuStep("1.5 ms")
    void parse() {}

    @IoWait(value = "lognormal(median=8ms, p99=40ms)", pool = "db")
    void loadCart() {}

    @IoWait(value = "exponential(25 ms)", blocking = true)
    void chargeCard() {}

    @RamStep("64 MiB")
    void cart() {}

    @Endpoint(value = "POST /checkout", weight = 3)
    @ErrorRateSla(max = "0.1%")
    @ThroughputSla(min = "60/s")
    @LatencySla(
        percentiles = {@Percentile(value = 99.5, limit = "300 ms")},
        max = "2 s",
        p999 = "500 ms",
        p99 = "250 ms",
        p95 = "120 ms",
        p90 = "100 ms",
        p50 = "50 ms",
        mean = "60 ms")
    @RateLimiter(permitsPerSecond = 100)
    void checkout() {
      parse();
      cart();
      loadCart();
      if (Flow.chance(0.97)) {
        chargeCard();
      }
    }

    @Endpoint
    void health() {}
  }

  private final ServiceModel model = ServiceModel.read(Checkout.class);
  private final Scenario scenario = model.scenario();

  @Test
  void theMachineIsAsWritten() {
    assertThat(scenario.name()).isEqualTo("ServiceModelTest.Checkout");
    assertThat(scenario.services().get(0).server())
        .isEqualTo(
            new dev.fastsim.scenario.Server(
                2, 2L << 30, 3, dev.fastsim.scenario.BalancingPolicy.LEAST_CONNECTIONS, 100));
    assertThat(scenario.services().get(0).pools())
        .containsExactly(new dev.fastsim.scenario.ConnectionPool("db", 20, Duration.ofSeconds(1)));
    dev.fastsim.scenario.Network network =
        new dev.fastsim.scenario.Network(Distribution.ofDurations("exponential(3 ms)"), 0.01);
    assertThat(scenario.links())
        .containsExactly(
            dev.fastsim.scenario.Link.between("clients", scenario.name(), network),
            dev.fastsim.scenario.Link.between(scenario.name(), "clients", network));
    assertThat(scenario.services().get(0).limiter())
        .contains(new dev.fastsim.scenario.RateLimiter(500, 10));
  }

  @Test
  void theTrafficAndTheRunsAreAsWritten() {
    assertThat(scenario.workload())
        .isEqualTo(
            new dev.fastsim.scenario.Workload.Users(
                100,
                60,
                Duration.ofSeconds(30),
                new dev.fastsim.scenario.Workload.Users.Count.Normal(5)));
    assertThat(scenario.runs())
        .isEqualTo(new RunPlan(Duration.ofMinutes(2), Duration.ofSeconds(10), 7, 4, 9));
  }

  @Test
  void theStepsAreAsWritten() {
    assertThat(scenario.steps())
        .containsExactly(
            new Step.Cpu("parse", Distribution.ofDurations("1.5 ms")),
            new Step.Io(
                "loadCart",
                Distribution.ofDurations("lognormal(median=8ms, p99=40ms)"),
                Optional.of("db"),
                false),
            new Step.Io(
                "chargeCard",
                Distribution.ofDurations("exponential(25 ms)"),
                Optional.empty(),
                true),
            new Step.Ram("cart", 64L << 20));
  }

  @Test
  void theEndpointsAreAsWritten() throws Exception {
    assertThat(scenario.endpoints())
        .extracting(dev.fastsim.scenario.Endpoint::name)
        .containsExactly("POST /checkout", "health");
    assertThat(scenario.endpoints().get(0).weight()).isEqualTo(3);
    assertThat(scenario.endpoints().get(0).limiter())
        .contains(new dev.fastsim.scenario.RateLimiter(100, 1));
    EndpointModel checkout = model.endpoints().get(0);
    assertThat(checkout.method()).isEqualTo(Checkout.class.getDeclaredMethod("checkout"));
    assertThat(checkout.sourceFile()).isEqualTo("ServiceModelTest.java");
    assertThat(checkout.lineNumber()).isGreaterThan(80);
    assertThat(model.modelClass()).isSameAs(Checkout.class);
  }

  @Test
  void thePromisesComeInAFixedOrder() {
    assertThat(model.endpoints().get(0).objectives())
        .containsExactly(
            latency(new Statistic.Mean(), 0.06),
            latency(new Statistic.Percentile(50), 0.05),
            latency(new Statistic.Percentile(90), 0.1),
            latency(new Statistic.Percentile(95), 0.12),
            latency(new Statistic.Percentile(99), 0.25),
            latency(new Statistic.Percentile(99.9), 0.5),
            latency(new Statistic.Max(), 2),
            latency(new Statistic.Percentile(99.5), 0.3),
            new Objective(new Metric.Throughput(Optional.of("POST /checkout")), 60),
            new Objective(new Metric.ErrorRate(Optional.of("POST /checkout")), 0.001));
    assertThat(model.endpoints().get(1).objectives()).isEmpty();
    assertThat(model.serviceObjectives())
        .containsExactly(
            new Objective(new Metric.Throughput(Optional.empty()), 90),
            new Objective(new Metric.ErrorRate(Optional.empty()), 0),
            new Objective(new Metric.CpuUtilization("ServiceModelTest.Checkout"), 0.7),
            new Objective(new Metric.RamUtilization("ServiceModelTest.Checkout"), 0.8),
            new Objective(new Metric.PoolUtilization("ServiceModelTest.Checkout", "db"), 0.9),
            new Objective(
                new Metric.ReadyQueueLag("ServiceModelTest.Checkout", new Statistic.Mean()), 0.005),
            new Objective(
                new Metric.ReadyQueueLag("ServiceModelTest.Checkout", new Statistic.Percentile(99)),
                0.05),
            new Objective(
                new Metric.ReadyQueueLag("ServiceModelTest.Checkout", new Statistic.Max()), 1));
  }

  @Surge(start = "10 s", duration = "20 s", factor = 3)
  @Pause(start = "70 s", duration = "200 ms")
  @Slowdown(start = "1 min", duration = "5 s", factor = 1.5)
  @Outage(start = "90 s", duration = "10 s", replicas = 2, mode = OutageMode.KILL)
  @Outage(start = "20 s", duration = "10 s")
  @PoolShrink(start = "40 s", duration = "10 s", pool = "db", size = 0)
  @ExtraLoss(start = "50 s", duration = "10 s", loss = "5%", direction = Direction.RESPONSES)
  @LatencySpike(start = "30 s", duration = "10 s", added = "20 ms")
  @ConnectionPool(name = "db", size = 5)
  @ArrivalRate("1/s")
  static class Troubled {
    @Endpoint
    void get() {}
  }

  @Test
  void theFaultsComeKindByKindEachAsWritten() {
    String service = "ServiceModelTest.Troubled";
    assertThat(ServiceModel.read(Troubled.class).scenario().faults())
        .containsExactly(
            new Fault.Outage(service, 2, Fault.Outage.Mode.KILL, seconds(90), seconds(10)),
            new Fault.Outage(
                service, Fault.Outage.ALL, Fault.Outage.Mode.DRAIN, seconds(20), seconds(10)),
            new Fault.LatencySpike(
                "clients -> " + service, Duration.ofMillis(20), seconds(30), seconds(10)),
            new Fault.LatencySpike(
                service + " -> clients", Duration.ofMillis(20), seconds(30), seconds(10)),
            new Fault.ExtraLoss(service + " -> clients", 0.05, seconds(50), seconds(10)),
            new Fault.Slowdown(service, 1.5, seconds(60), seconds(5)),
            new Fault.Slowdown(
                service, Double.POSITIVE_INFINITY, seconds(70), Duration.ofMillis(200)),
            new Fault.PoolShrink(service, "db", 0, seconds(40), seconds(10)),
            new Fault.Surge(3, seconds(10), seconds(20)));
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void theWordsOfFaultsAreThoseOfTheRecords() {
    assertThat(Outage.ALL).isEqualTo(Fault.Outage.ALL);
    assertThat(OutageMode.values())
        .extracting(OutageMode::name)
        .containsExactly(names(Fault.Outage.Mode.values()));
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }

  @Server(replicas = 2)
  @Autoscaler(
      min = 2,
      max = 12,
      targetUtilization = "70%",
      coldStart = "45 s",
      syncPeriod = "10 s",
      scaleDownWindow = "1 min",
      tolerance = "5%")
  static class Scaled extends None {}

  @Autoscaler(max = 9, targetUtilization = "60%")
  static class ScaledByDefault extends None {}

  @Test
  void theAutoscalerIsAsWritten() {
    assertThat(ServiceModel.read(Scaled.class).scenario().services().get(0).autoscaler())
        .contains(
            new dev.fastsim.scenario.Autoscaler(
                2,
                12,
                0.7,
                Duration.ofSeconds(45),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                0.05));
    assertThat(ServiceModel.read(ScaledByDefault.class).scenario().services().get(0).autoscaler())
        .contains(dev.fastsim.scenario.Autoscaler.of(1, 9, 0.6));
  }

  /** The defaults stand in the annotations and in the records; both must say the same. */
  @Test
  void anAnnotationWithoutAttributesIsTheSameAsNone() {
    Scenario bare = ServiceModel.read(Bare.class).scenario();
    Scenario none = ServiceModel.read(None.class).scenario();
    assertThat(bare.services().get(0).server()).isEqualTo(none.services().get(0).server());
    assertThat(bare.runs()).isEqualTo(none.runs());
  }

  @ArrivalRate("1/s")
  static class None {
    @Endpoint
    void get() {}
  }

  @Server
  @Simulation
  static class Bare extends None {}

  private static Objective latency(Statistic statistic, double limit) {
    return new Objective(new Metric.Latency(Optional.of("POST /checkout"), statistic), limit);
  }
}
