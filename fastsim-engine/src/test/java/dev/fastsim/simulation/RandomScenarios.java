package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.scenario.Workload.Users.Count;
import dev.fastsim.simulation.RandomParts.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Small scenarios of every combination of features, under- and overloaded. Most have a few hundred
 * requests, some have thousands, long requests, or many replicas; in some all times are whole
 * milliseconds, so that much happens at the same time. Of four, one has one service and no faults,
 * and one has no faults. In one of five, services call others. {@link Feature} tells what must
 * occur in them.
 */
final class RandomScenarios {

  private final RandomParts parts;

  private RandomScenarios(long seed) {
    parts = new RandomParts(seed);
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
    double rate = parts.wholeMillis ? parts.pick(200.0, 500.0, 1000.0) : parts.between(100, 1000);
    int millis = parts.from(200, 1000);
    if (parts.is(Style.CROWDED)) {
      rate = parts.wholeMillis ? parts.pick(5000.0, 10_000.0) : parts.between(5000, 20_000);
      millis = (int) (parts.from(1500, 4500) / rate * 1000);
    } else if (parts.oneIn(10)) {
      rate /= 4;
      millis *= 4;
    }
    int warmUp = parts.oneIn(2) ? 0 : parts.from(1, millis - 1);
    Duration duration =
        Duration.ofMillis(millis).plusNanos(parts.oneIn(2) ? 0 : parts.from(0, 999_999));
    RunPlan runs = new RunPlan(duration, Duration.ofMillis(warmUp), seed, 2, 2);
    if (seed % 4 == 0) {
      RandomService services = new RandomService(parts);
      Service service = services.of("random " + seed, List.of());
      List<Link> links =
          List.of(
              parts.link(Link.CLIENTS, service.name()), parts.link(service.name(), Link.CLIENTS));
      List<Node> nodes = withCalls(seed, List.of(service), services);
      return scenario(seed, nodes, links, List.of(), rate, runs);
    }
    RandomTopology topology = new RandomTopology(parts);
    List<Node> nodes = withCalls(seed, topology.nodes, topology.services);
    List<Service> services =
        nodes.stream().filter(Service.class::isInstance).map(Service.class::cast).toList();
    List<Fault> faults =
        seed % 4 == 1
            ? List.of()
            : new RandomFaults(parts, services, topology.links, millis).some();
    return scenario(seed, nodes, topology.links, faults, rate, runs);
  }

  /** One in five has services that call others. */
  private List<Node> withCalls(long seed, List<Node> nodes, RandomService services) {
    return seed % 5 == 3 && !parts.is(Style.CROWDED)
        ? new RandomCalls(parts, services).added(nodes)
        : nodes;
  }

  private Scenario scenario(
      long seed,
      List<Node> nodes,
      List<Link> links,
      List<Fault> faults,
      double rate,
      RunPlan runs) {
    return new Scenario("random " + seed, nodes, links, workload(rate), faults, List.of(), runs);
  }

  private Workload workload(double rate) {
    if (parts.oneIn(5)) {
      return closed(rate);
    }
    if (parts.oneIn(5)) {
      return staged(rate);
    }
    if (parts.wholeMillis) {
      return new Workload.OpenRate(rate, Spacing.CONSTANT);
    }
    if (parts.oneIn(3)) {
      return new Workload.OpenRate(rate, parts.pick(Spacing.values()));
    }
    double users = parts.between(0.5, 20);
    return new Workload.Users(
        users,
        rate / users * 60,
        Duration.ofMillis(parts.from(20, 300)),
        parts
            .<Supplier<Count>>pick(
                Count.Constant::new,
                Count.Poisson::new,
                () -> new Count.Normal(users * parts.between(0, 2)),
                () -> new Count.RectifiedNormal(users * parts.between(0, 2)))
            .get());
  }

  private Workload staged(double rate) {
    List<StagedRate.Stage> stages =
        Stream.generate(
                () ->
                    new StagedRate.Stage(
                        Duration.ofMillis(parts.oneIn(4) ? 0 : parts.from(20, 300)),
                        parts.oneIn(4) ? 0 : rate * parts.between(0, 2)))
            .limit(parts.from(1, 4))
            .toList();
    List<StagedRate.Stage> all = new ArrayList<>(stages);
    all.add(new StagedRate.Stage(Duration.ofMillis(parts.from(20, 300)), rate));
    double start = parts.oneIn(2) ? 0 : rate * parts.between(0, 2);
    return new StagedRate(start, all, parts.oneIn(2), parts.pick(Spacing.values()));
  }

  /** So many users that most of them think, or all of them wait. */
  private Workload closed(double rate) {
    double seconds = parts.wholeMillis ? parts.from(1, 20) / 1000.0 : parts.between(0.001, 0.05);
    int users = (int) Math.ceil(rate * seconds);
    return parts.wholeMillis
        ? new ClosedUsers(users, new Constant(seconds))
        : new ClosedUsers(users, new Exponential(seconds));
  }
}
