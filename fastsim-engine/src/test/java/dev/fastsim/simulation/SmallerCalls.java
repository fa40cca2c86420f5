package dev.fastsim.simulation;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Without callers, or without calls. */
final class SmallerCalls {

  static final List<Shrinker.Way> WAYS =
      List.of(SmallerCalls::calleeAlone, SmallerCalls::withoutCalls);

  private SmallerCalls() {}

  private static Stream<Service> callees(Scenario scenario) {
    List<Service> services = scenario.services();
    return services.stream().filter(it -> !Service.notCalled(services).contains(it));
  }

  /** Clients reach the callee, and nothing else. */
  private static Stream<Supplier<Scenario>> calleeAlone(Scenario scenario) {
    return callees(scenario)
        .map(
            callee ->
                () ->
                    Rebuilding.with(
                        scenario,
                        withCallees(scenario.nodes(), Set.of(callee.name())),
                        Link.bothWays(callee.name(), Network.IDEAL, Network.IDEAL),
                        scenario.faults()));
  }

  /** Nobody calls one callee, which goes, unless a link leads there. */
  private static Stream<Supplier<Scenario>> withoutCalls(Scenario scenario) {
    Set<String> linked = new HashSet<>();
    scenario.links().forEach(link -> linked.addAll(List.of(link.from(), link.to())));
    return callees(scenario)
        .map(
            callee ->
                () ->
                    Rebuilding.with(
                        scenario,
                        withCallees(
                            scenario.nodes().stream()
                                .map(node -> withoutCalls(node, callee.name()))
                                .toList(),
                            linked),
                        scenario.links(),
                        scenario.faults()));
  }

  private static Node withoutCalls(Node node, String callee) {
    return node instanceof Service service
        ? without(service, step -> step instanceof Step.Call it && it.service().equals(callee))
        : node;
  }

  private static Service without(Service service, Predicate<Step> gone) {
    return service.withEndpoints(
        service.endpoints().stream()
            .map(it -> new Endpoint(it.name(), it.weight(), it.limiter(), without(it.body(), gone)))
            .toList());
  }

  private static Body without(Body body, Predicate<Step> gone) {
    if (body instanceof Body.Fixed fixed) {
      return new Body.Fixed(fixed.steps().stream().filter(gone.negate()).toList());
    } else if (body instanceof Body.Mixed mixed) {
      return new Body.Mixed(
          mixed.variants().stream()
              .map(
                  it ->
                      new Body.Variant(
                          it.weight(), it.steps().stream().filter(gone.negate()).toList()))
              .toList());
    }
    Body.Recorded recorded = (Body.Recorded) body;
    RandomProgram program = (RandomProgram) recorded.source();
    List<Integer> kept =
        IntStream.range(0, program.vocabulary().size())
            .filter(i -> !gone.test(program.vocabulary().get(i)))
            .boxed()
            .toList();
    return new Body.Recorded(
        new RandomProgram(
            kept.stream().map(program.vocabulary()::get).toList(),
            kept.stream().map(program.chances()::get).toList(),
            program.repeats()),
        recorded.entry());
  }

  /** The nodes of these names, and those that they call, themselves or by others. */
  static List<Node> withCallees(List<Node> nodes, Set<String> names) {
    Set<String> kept = new HashSet<>(names);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Node node : nodes) {
        if (node instanceof Service service && kept.contains(node.name())) {
          for (Step.Call call : service.calls()) {
            grows |= kept.add(call.service());
          }
        }
      }
    }
    return nodes.stream().filter(node -> kept.contains(node.name())).toList();
  }
}
