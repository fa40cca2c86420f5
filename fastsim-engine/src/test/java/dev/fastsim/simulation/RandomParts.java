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
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What random scenarios are made of. */
final class RandomParts {

  private static final int STEPS_MOST = 6;
  private static final long RAM_MOST = 250;

  private final SplittableRandom random;

  /** All times are whole milliseconds, so that many things happen at once. */
  final boolean wholeMillis;

  /** Steps that all services have. */
  private final List<Step> shared;

  RandomParts(long seed) {
    random = new SplittableRandom(seed);
    wholeMillis = oneIn(3);
    shared =
        List.of(
            new Step.Cpu("shared cpu", time()),
            new Step.Io("shared io", time(), Optional.empty(), false));
  }

  /** Endpoints of these names; weights of the others where there are such. */
  Service service(String name, List<Endpoint> others) {
    List<ConnectionPool> pools = new ArrayList<>();
    while (oneIn(2) && pools.size() < 3) {
      pools.add(new ConnectionPool("pool" + pools.size(), from(1, 5), timeout()));
    }
    List<Step> steps = steps(name, pools);
    RandomProgram program = new RandomProgram(steps, random.split());
    List<Endpoint> endpoints = new ArrayList<>();
    int count = others.isEmpty() ? from(1, 4) : others.size();
    for (int i = 0; i < count; i++) {
      endpoints.add(
          new Endpoint(
              others.isEmpty() ? "endpoint" + i : others.get(i).name(),
              others.isEmpty() ? random.nextDouble(0.1, 3) : others.get(i).weight(),
              oneIn(6) ? Optional.of(limiter()) : Optional.empty(),
              body(program, i, steps)));
    }
    Optional<RateLimiter> limiter = oneIn(5) ? Optional.of(limiter()) : Optional.empty();
    return new Service(name, server(), pools, limiter, endpoints);
  }

  private Body body(RandomProgram program, int entry, List<Step> steps) {
    return switch (random.nextInt(3)) {
      case 0 -> new Body.Recorded(program, entry);
      case 1 -> new Body.Fixed(some(steps));
      default ->
          new Body.Mixed(
              Stream.generate(() -> new Body.Variant(random.nextDouble(0.1, 3), some(steps)))
                  .limit(from(1, 3))
                  .toList());
    };
  }

  private Server server() {
    return new Server(
        oneIn(2) ? 1 : from(2, 4),
        oneIn(2) ? Server.UNLIMITED : STEPS_MOST * RAM_MOST * from(1, 3),
        oneIn(2) ? 1 : from(2, 4),
        pick(
            BalancingPolicy.ROUND_ROBIN,
            BalancingPolicy.RANDOM,
            BalancingPolicy.LEAST_CONNECTIONS,
            BalancingPolicy.POWER_OF_TWO_CHOICES),
        oneIn(2) ? Integer.MAX_VALUE : from(0, 10));
  }

  private List<Step> steps(String service, List<ConnectionPool> pools) {
    List<Step> steps = new ArrayList<>(oneIn(3) ? shared : List.of());
    int count = from(1, STEPS_MOST);
    for (int i = 0; i < count; i++) {
      Optional<String> pool =
          pools.isEmpty() || oneIn(3)
              ? Optional.empty()
              : Optional.of(pools.get(random.nextInt(pools.size())).name());
      String name = " " + i + " of " + service;
      switch (random.nextInt(5)) {
        case 0, 1 -> steps.add(new Step.Cpu("cpu" + name, time()));
        case 2 -> steps.add(new Step.Io("io" + name, time(), pool, false));
        case 3 -> steps.add(new Step.Io("blocking" + name, time(), pool, true));
        default -> steps.add(new Step.Ram("ram" + name, random.nextLong(RAM_MOST + 1)));
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

  Distribution time() {
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

  Link link(String from, String to) {
    double loss = oneIn(3) ? between(0, 0.3) : 0;
    return new Link(Link.nameOf(from, to), from, to, time(), loss);
  }

  private Duration timeout() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofDays(400);
      default -> Duration.ofMillis(from(1, 10));
    };
  }

  private RateLimiter limiter() {
    return new RateLimiter(
        wholeMillis ? pick(100.0, 300.0, 1000.0) : between(50, 1000), from(1, 10));
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  int from(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
