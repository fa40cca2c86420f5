package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.random.LogNormal;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Fault.Outage.Mode;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ServiceBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bytes, on every machine and every Java. */
class DeterminismTest {

  /** A bit of everything. */
  private static String json(long seed) {
    Scenario scenario =
        Scenario.builder("everything")
            .balancer("lb", BalancingPolicy.LEAST_CONNECTIONS)
            .node(new Relay("proxy"))
            .service("shop", DeterminismTest::shop)
            .service("copy", DeterminismTest::shop)
            .service("store", store -> store.endpoint("put", io("put", "exponential(3 ms)")))
            .link(link("clients", "proxy"))
            .link(link("proxy", "lb"))
            .link(link("lb", "shop"))
            .link(link("lb", "copy"))
            .link(link("shop", "store"))
            .link(link("copy", "clients"))
            .link(link("store", "clients"))
            .workload(new Workload.Users(100, 300, Duration.ofSeconds(5), new Count.Poisson()))
            .fault(new Fault.Outage("copy", 2, Mode.KILL, at(10), at(10)))
            .fault(new Fault.Outage("shop", Fault.Outage.ALL, Mode.DRAIN, at(15), at(10)))
            .fault(new Fault.LatencySpike("clients -> proxy", Duration.ofMillis(20), at(20), at(9)))
            .fault(new Fault.ExtraLoss("store -> clients", 0.1, at(30), at(5)))
            .fault(new Fault.Slowdown("shop", 1.7, at(30), at(20)))
            .fault(new Fault.PoolShrink("copy", "db", 1, at(40), at(5)))
            .fault(new Fault.Surge(1.3, at(45), at(5)))
            .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(5), seed, 6, 6))
            .build();
    return Experiment.run(scenario).toJson();
  }

  private static ServiceBuilder shop(ServiceBuilder service) {
    return service
        .cores(2)
        .replicas(3, BalancingPolicy.POWER_OF_TWO_CHOICES)
        .ram(2000)
        .maxQueue(20)
        .pool("db", 4, Duration.ofMillis(30))
        .rateLimiter(new RateLimiter(600, 50))
        .endpoint(
            "GET /",
            ram("page", 100),
            cpu("parse", "lognormal(median=1 ms, p99=8 ms)"),
            io("query", "gamma(mean=15 ms, shape=0.7)", "db"),
            cpu("render", "uniform(0.5 ms, 3 ms)"))
        .endpoint(
            "POST /",
            cpu("parse", "lognormal(median=1 ms, p99=8 ms)"),
            blockingIo("log", "weibull(scale=2 ms, shape=1.5)"),
            io("call", "hyperexponential(mean=20 ms, cv=3)"),
            io("query", "gamma(mean=15 ms, shape=0.7)", "db"));
  }

  private static Link link(String from, String to) {
    return Link.between(from, to, new Network(LogNormal.ofMeanSd(0.002, 0.001), 0.001));
  }

  private static Duration at(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static <T> T withThreads(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void sameSeedGivesTheSameBytesHoweverManyThreadsThereAre() throws Exception {
    String sequential = withThreads(1, () -> json(1));
    assertThat(withThreads(4, () -> json(1))).isEqualTo(sequential);
    assertThat(json(1)).isEqualTo(sequential);
  }

  @Test
  void otherSeedGivesAnotherResult() {
    assertThat(json(2)).isNotEqualTo(json(1));
  }

  @Test
  void linesEndInALineFeedOnEverySystem() {
    assertThat(json(1)).contains("\n").doesNotContain("\r");
  }

  /** Changes only when the semantics do; then look at the differences before you pin it anew. */
  @Test
  void bytesArePinned() {
    CRC32 checksum = new CRC32();
    checksum.update(json(1).getBytes(UTF_8));
    assertThat(Long.toHexString(checksum.getValue())).isEqualTo("9c0d7944");
  }
}
