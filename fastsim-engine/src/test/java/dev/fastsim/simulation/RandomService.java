package dev.fastsim.simulation;

import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.RandomParts.Shortage;
import dev.fastsim.simulation.RandomParts.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Services of one scenario. */
final class RandomService {

  private static final int STEPS_MOST = 6;

  private final RandomParts parts;

  /** Steps that all services have. */
  private final List<Step> shared;

  private final List<Step> calls;

  RandomService(RandomParts parts) {
    this.parts = parts;
    calls = parts.calls();
    shared =
        List.of(
            new Step.Cpu("shared cpu", parts.time()),
            new Step.Io("shared io", parts.waitingTime(), Optional.empty(), false));
  }

  /** With the same endpoints as others, in any order, where there are such. */
  Service of(String name, List<Endpoint> others) {
    List<ConnectionPool> pools = new ArrayList<>();
    int poolsMost = parts.from(parts.isCrowdShortOf(Shortage.CONNECTIONS) ? 1 : 0, 3);
    while (pools.size() < poolsMost) {
      int size = parts.isShortOf(Shortage.CONNECTIONS) ? parts.from(1, 4) : parts.from(100, 5000);
      pools.add(new ConnectionPool("pool" + pools.size(), size, parts.timeout()));
    }
    List<Step> steps = steps(name, pools);
    RandomProgram program =
        new RandomProgram(
            steps,
            Stream.generate(() -> parts.between(0, 1)).limit(steps.size()).toList(),
            parts.is(Style.LONG_WINDED) ? 40 : 3);
    List<Endpoint> endpoints = new ArrayList<>();
    int most = parts.isCrowdShortOf(Shortage.NOTHING) ? 1 : parts.is(Style.CROWDED) ? 2 : 4;
    int count = others.isEmpty() ? parts.from(1, most) : others.size();
    for (int i = 0; i < count; i++) {
      endpoints.add(
          new Endpoint(
              others.isEmpty() ? "endpoint" + i : others.get(i).name(),
              others.isEmpty() ? parts.between(0.1, 3) : others.get(i).weight(),
              limiter(6),
              body(program, i, steps)));
    }
    if (!others.isEmpty() && parts.oneIn(2)) {
      endpoints.add(endpoints.remove(0));
    }
    long ram = endpoints.stream().mapToLong(each -> ramOf(each.body())).max().orElse(0);
    Server server = server(name, Math.max(1, ram));
    Optional<Autoscaler> autoscaler =
        server.cores() <= 4 && parts.oneIn(8)
            ? Optional.of(parts.autoscaler(server.replicas()))
            : Optional.empty();
    return new Service(name, server, pools, limiter(5), endpoints, Prices.NONE, autoscaler);
  }

  private Optional<Limiter> limiter(int oneIn) {
    return parts.oneIn(oneIn * (parts.is(Style.CROWDED) ? 5 : 1))
        ? Optional.of(parts.limiter())
        : Optional.empty();
  }

  /** Bytes that a request may need. */
  private static long ramOf(Body body) {
    if (body instanceof Body.Mixed mixed) {
      return mixed.variants().stream().mapToLong(each -> ramOf(each.steps())).max().orElse(0);
    }
    return ramOf(body instanceof Body.Fixed fixed ? fixed.steps() : body.vocabulary());
  }

  private static long ramOf(List<Step> steps) {
    return steps.stream().mapToLong(each -> each instanceof Step.Ram ram ? ram.bytes() : 0).sum();
  }

  private Server server(String name, long leastRam) {
    boolean hasAmpleRam = parts.oneIn(2) || !parts.isShortOf(Shortage.MEMORY);
    boolean hasLongQueue = parts.oneIn(2) || parts.is(Style.CROWDED);
    int most = parts.is(Style.WIDE) ? 60 : 5;
    Concurrency concurrency = concurrency(parts.aside(name));
    Server server =
        new Server(
            cores(),
            hasAmpleRam ? Server.UNLIMITED : leastRam * parts.from(1, 4),
            parts.oneIn(parts.is(Style.CROWDED) ? 4 : 2) ? parts.from(2, most) : 1,
            parts.pick(
                BalancingPolicy.ROUND_ROBIN,
                BalancingPolicy.RANDOM,
                BalancingPolicy.LEAST_CONNECTIONS,
                BalancingPolicy.POWER_OF_TWO_CHOICES),
            hasLongQueue ? Integer.MAX_VALUE : parts.from(0, 10));
    return concurrency instanceof Concurrency.ThreadPool
        ? server.withMaxQueue(Integer.MAX_VALUE).withConcurrency(concurrency)
        : server.withConcurrency(concurrency);
  }

  private static Concurrency concurrency(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Concurrency.ThreadPool(
              random.nextBoolean() ? random.nextInt(1, 10) : random.nextInt(10, 500),
              random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(20));
      case 1 ->
          random.nextBoolean()
              ? new Concurrency.VirtualThreads()
              : new Concurrency.EventLoopPerCore();
      default -> new Concurrency.EventLoop();
    };
  }

  private int cores() {
    if (parts.isShortOf(Shortage.CORES)) {
      return parts.oneIn(2) ? 1 : parts.from(2, 4);
    }
    return parts.from(100, 5000);
  }

  private List<Step> steps(String service, List<ConnectionPool> pools) {
    List<Step> steps = new ArrayList<>(parts.oneIn(3) ? shared : List.of());
    steps.addAll(calls);
    int most = parts.is(Style.WIDE) ? 40 : parts.is(Style.CROWDED) ? 3 : STEPS_MOST;
    int count = parts.from(1, most);
    boolean needsMemory = parts.isCrowdShortOf(Shortage.MEMORY);
    for (int i = 0; i < count; i++) {
      Optional<String> pool =
          pools.isEmpty() || parts.oneIn(5)
              ? Optional.empty()
              : Optional.of(parts.pick(pools).name());
      String name = " " + i + " of " + service;
      if (parts.oneIn(needsMemory ? 2 : 5)) {
        steps.add(new Step.Ram("ram" + name, parts.from(0, 250)));
      } else if (parts.from(1, 5) <= (parts.isCrowdShortOf(Shortage.NOTHING) ? 1 : 2)) {
        steps.add(new Step.Cpu("cpu" + name, parts.time()));
      } else if (parts.oneIn(2)) {
        steps.add(new Step.Io("io" + name, parts.waitingTime(), pool, false));
      } else {
        steps.add(new Step.Io("blocking" + name, parts.waitingTime(), pool, true));
      }
    }
    return steps;
  }

  private Body body(RandomProgram program, int entry, List<Step> steps) {
    return switch (parts.from(0, 2)) {
      case 0 -> new Body.Recorded(program, entry);
      case 1 -> new Body.Fixed(some(steps));
      default ->
          new Body.Mixed(
              Stream.generate(() -> new Body.Variant(parts.between(0.1, 3), some(steps)))
                  .limit(parts.from(1, 3))
                  .toList());
    };
  }

  /** Some of the steps, in any order, the same one perhaps several times, perhaps none. */
  private List<Step> some(List<Step> steps) {
    List<Step> some = new ArrayList<>(many(steps, parts.from(0, STEPS_MOST)));
    List<Step> others = steps.stream().filter(each -> !(each instanceof Step.Ram)).toList();
    if (parts.is(Style.LONG_WINDED) && !others.isEmpty()) {
      some.addAll(many(others, parts.from(3, 120)));
    }
    return some;
  }

  private List<Step> many(List<Step> steps, int count) {
    return Stream.generate(() -> parts.pick(steps)).limit(count).toList();
  }
}
