package dev.fastsim.simulation;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Small scenarios of every combination of features, under- and overloaded, a few hundred requests
 * each. In one of three all times are whole milliseconds, so that many things happen at once. Every
 * third has one service and no faults.
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
    int millis = parts.from(200, 1000);
    int warmUp = parts.oneIn(2) ? 0 : parts.from(1, millis - 1);
    RunPlan runs = new RunPlan(Duration.ofMillis(millis), Duration.ofMillis(warmUp), seed, 2, 2);
    if (seed % 3 == 0) {
      Service service = parts.service("random " + seed, List.of());
      List<Link> links =
          List.of(
              parts.link(Link.CLIENTS, service.name()), parts.link(service.name(), Link.CLIENTS));
      return scenario(seed, List.of(service), links, List.of(), runs);
    }
    RandomTopology topology = new RandomTopology(parts);
    List<Service> services =
        topology.nodes.stream().filter(Service.class::isInstance).map(Service.class::cast).toList();
    List<Fault> faults =
        seed % 3 == 1
            ? List.of()
            : new RandomFaults(parts, services, topology.links, millis).some();
    return scenario(seed, topology.nodes, topology.links, faults, runs);
  }

  private Scenario scenario(
      long seed, List<Node> nodes, List<Link> links, List<Fault> faults, RunPlan runs) {
    return new Scenario("random " + seed, nodes, links, workload(), faults, List.of(), runs);
  }

  private Workload workload() {
    if (parts.wholeMillis) {
      return new Workload.OpenRate(parts.pick(200.0, 500.0, 1000.0), Spacing.CONSTANT);
    }
    double rate = parts.between(100, 1000);
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
                () -> new Count.Normal(parts.between(0, 5)),
                () -> new Count.RectifiedNormal(parts.between(0, 20)))
            .get());
  }
}
