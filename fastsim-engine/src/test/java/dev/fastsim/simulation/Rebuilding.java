package dev.fastsim.simulation;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scenarios like others, but for some parts. Faults of what is gone are left out, and objectives,
 * which no run depends on.
 */
final class Rebuilding {

  private Rebuilding() {}

  static Scenario with(Scenario scenario, Workload workload) {
    return new Scenario(
        scenario.name(),
        scenario.nodes(),
        scenario.links(),
        workload,
        scenario.faults(),
        List.of(),
        scenario.runs());
  }

  static Scenario with(Scenario scenario, RunPlan runs) {
    return rebuilt(scenario, scenario.nodes(), scenario.links(), scenario.faults(), runs);
  }

  static Scenario with(Scenario scenario, List<Node> nodes, List<Link> links, List<Fault> faults) {
    return rebuilt(scenario, nodes, links, faults, scenario.runs());
  }

  /** With every service changed. */
  static Scenario withServices(Scenario scenario, UnaryOperator<Service> change) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : scenario.nodes()) {
      nodes.add(node instanceof Service service ? change.apply(service) : node);
    }
    return with(scenario, nodes, scenario.links(), scenario.faults());
  }

  private static Scenario rebuilt(
      Scenario scenario, List<Node> nodes, List<Link> links, List<Fault> faults, RunPlan runs) {
    List<Fault> possible =
        faults.stream()
            .filter(fault -> fault.start().compareTo(runs.duration()) < 0)
            .filter(fault -> concerns(fault, nodes, links))
            .toList();
    return new Scenario(
        scenario.name(), nodes, links, scenario.workload(), possible, List.of(), runs);
  }

  private static boolean concerns(Fault fault, List<Node> nodes, List<Link> links) {
    if (fault instanceof Fault.LatencySpike spike) {
      return links.stream().anyMatch(link -> link.name().equals(spike.link()));
    } else if (fault instanceof Fault.ExtraLoss loss) {
      return links.stream().anyMatch(link -> link.name().equals(loss.link()));
    } else if (fault instanceof Fault.Outage outage) {
      return nodes.stream().anyMatch(node -> node.name().equals(outage.service()));
    } else if (fault instanceof Fault.Slowdown slowdown) {
      return nodes.stream().anyMatch(node -> node.name().equals(slowdown.service()));
    } else if (fault instanceof Fault.PoolShrink shrink) {
      return nodes.stream().anyMatch(node -> node instanceof Service it && shrinks(shrink, it));
    }
    return true;
  }

  private static boolean shrinks(Fault.PoolShrink shrink, Service service) {
    return service.name().equals(shrink.service())
        && service.pools().stream()
            .anyMatch(pool -> pool.name().equals(shrink.pool()) && pool.size() > shrink.size());
  }

  /** The list without all of it, without one half or the other, without a quarter, and so on. */
  static <T> Stream<List<T>> shorter(List<T> list) {
    return IntStream.iterate(list.size(), length -> length > 0, length -> length / 2)
        .boxed()
        .flatMap(
            length ->
                IntStream.iterate(0, from -> from < list.size(), from -> from + length)
                    .mapToObj(from -> without(list, from, Math.min(list.size(), from + length))));
  }

  private static <T> List<T> without(List<T> list, int from, int to) {
    List<T> rest = new ArrayList<>(list);
    rest.subList(from, to).clear();
    return rest;
  }

  /** The list with another item in the place of one. */
  static <T> List<T> with(List<T> list, T item, T other) {
    List<T> changed = new ArrayList<>(list);
    changed.replaceAll(each -> each == item ? other : each);
    return changed;
  }

  /** One, half as many, a quarter less, one less. */
  static Stream<Integer> fewer(int number) {
    return Stream.of(1, number / 2, number - number / 4, number - 1)
        .filter(few -> few > 0 && few < number);
  }

  /** The number rounded down to so many digits: 400 for 437 and one digit. */
  static double roundedDown(double number, int digits) {
    MathContext down = new MathContext(digits, RoundingMode.DOWN);
    return BigDecimal.valueOf(number).round(down).doubleValue();
  }
}
