package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Poisson;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Uniform;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Small scenarios of every combination of features, under- and overloaded, a few hundred requests
 * each. In one of three all times are whole milliseconds, so that many things happen at once.
 */
final class RandomScenarios {

  private static final BalancingPolicy[] REPLICA_POLICIES =
      EnumSet.complementOf(EnumSet.of(BalancingPolicy.FEWEST_IN_TRANSIT))
          .toArray(BalancingPolicy[]::new);

  private static final int STEPS_MOST = 6;
  private static final long RAM_MOST = 250;

  private final SplittableRandom random;
  private final boolean wholeMillis;

  private RandomScenarios(long seed) {
    random = new SplittableRandom(seed);
    wholeMillis = oneIn(3);
  }

  /** The scenario of a seed, always the same. */
  static Scenario of(long seed) {
    return new RandomScenarios(seed).scenario(seed);
  }

  /** The scenarios of the seeds from 0. */
  static Stream<Scenario> first(int count) {
    return Stream.iterate(0L, seed -> seed + 1).limit(count).map(RandomScenarios::of);
  }

  private Scenario scenario(long seed) {
    ScenarioBuilder builder = Scenario.builder("random " + seed).server(server());
    List<String> pools = new ArrayList<>();
    while (oneIn(2) && pools.size() < 3) {
      pools.add("pool" + pools.size());
      builder.pool(new ConnectionPool(pools.get(pools.size() - 1), from(1, 5), timeout()));
    }
    if (oneIn(5)) {
      builder.rateLimiter(limiter());
    }
    if (oneIn(3)) {
      builder.network(link(), link());
    }
    List<Step> steps = steps(pools);
    RandomProgram program = new RandomProgram(steps, random.split());
    int endpoints = from(1, 4);
    for (int i = 0; i < endpoints; i++) {
      builder.endpoint(
          new Endpoint(
              "endpoint" + i,
              random.nextDouble(0.1, 3),
              oneIn(6) ? Optional.of(limiter()) : Optional.empty(),
              oneIn(3) ? new Body.Recorded(program, i) : new Body.Fixed(some(steps))));
    }
    long millis = from(200, 1000);
    long warmUp = oneIn(2) ? 0 : from(1, (int) millis - 1);
    return builder
        .workload(workload())
        .runs(new RunPlan(Duration.ofMillis(millis), Duration.ofMillis(warmUp), seed, 2, 2))
        .build();
  }

  private Server server() {
    return new Server(
        oneIn(2) ? 1 : from(2, 4),
        oneIn(2) ? Server.UNLIMITED : STEPS_MOST * RAM_MOST * from(1, 3),
        oneIn(2) ? 1 : from(2, 4),
        pick(REPLICA_POLICIES),
        oneIn(2) ? Integer.MAX_VALUE : from(0, 10));
  }

  private List<Step> steps(List<String> pools) {
    List<Step> steps = new ArrayList<>();
    int count = from(1, STEPS_MOST);
    for (int i = 0; i < count; i++) {
      Optional<String> pool =
          pools.isEmpty() || oneIn(3)
              ? Optional.empty()
              : Optional.of(pools.get(random.nextInt(pools.size())));
      switch (random.nextInt(5)) {
        case 0, 1 -> steps.add(new Step.Cpu("cpu" + i, time()));
        case 2 -> steps.add(new Step.Io("io" + i, time(), pool, false));
        case 3 -> steps.add(new Step.Io("blocking" + i, time(), pool, true));
        default -> steps.add(new Step.Ram("ram" + i, random.nextLong(RAM_MOST + 1)));
      }
    }
    return steps;
  }

  /** Some of the steps, in any order, the same one perhaps several times, perhaps none. */
  private List<Step> some(List<Step> steps) {
    return Stream.generate(() -> steps.get(random.nextInt(steps.size())))
        .limit(from(0, STEPS_MOST))
        .toList();
  }

  private Workload workload() {
    if (wholeMillis) {
      return new Workload.OpenRate(pick(200.0, 500.0, 1000.0), Spacing.CONSTANT);
    }
    double rate = random.nextDouble(100, 1000);
    if (oneIn(3)) {
      return new Workload.OpenRate(rate, pick(Spacing.values()));
    }
    double users = random.nextDouble(0.5, 20);
    return new Workload.Users(
        users,
        rate / users * 60,
        Duration.ofMillis(from(20, 300)),
        this.<Supplier<Count>>pick(
                Count.Constant::new,
                Count.Poisson::new,
                () -> new Count.Normal(random.nextDouble(0, 5)),
                () -> new Count.RectifiedNormal(random.nextDouble(0, 20)))
            .get());
  }

  private Distribution time() {
    if (wholeMillis) {
      return new Constant(pick(0.0, 0.001, 0.001, 0.002, 0.005));
    }
    double mean = Math.exp(random.nextDouble(Math.log(0.0002), Math.log(0.02)));
    return switch (random.nextInt(7)) {
      case 0 -> new Constant(oneIn(3) ? 0 : mean);
      case 1 -> new Uniform(0, 2 * mean);
      case 2 -> LogNormal.ofMeanSd(mean, 2 * mean);
      case 3 -> new RectifiedNormal(mean, mean);
      case 4 -> new Poisson(mean, 0.001);
      default -> new Exponential(mean);
    };
  }

  private Duration timeout() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofDays(400);
      default -> Duration.ofMillis(from(1, 10));
    };
  }

  private Network link() {
    return new Network(time(), oneIn(2) ? 0 : random.nextDouble(0, 0.3));
  }

  private RateLimiter limiter() {
    return new RateLimiter(
        wholeMillis ? pick(100.0, 300.0, 1000.0) : random.nextDouble(50, 1000), from(1, 10));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private int from(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
