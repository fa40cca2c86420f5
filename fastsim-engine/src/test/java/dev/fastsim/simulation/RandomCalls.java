package dev.fastsim.simulation;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services that the others call: one or two, where the first may call the second. */
final class RandomCalls {

  private final RandomParts parts;
  private final RandomService services;

  RandomCalls(RandomParts parts, RandomService services) {
    this.parts = parts;
    this.services = services;
  }

  /** The nodes, and callees behind them. */
  List<Node> added(List<Node> nodes) {
    List<Service> callees = new ArrayList<>(List.of(services.of("callee1", List.of())));
    if (parts.oneIn(2)) {
      callees.add(0, calling(services.of("callee0", List.of()), callees));
    }
    List<Node> all = new ArrayList<>();
    for (Node node : nodes) {
      all.add(node instanceof Service service ? calling(service, callees) : node);
    }
    Service last = callees.get(callees.size() - 1);
    boolean calledByAll = callees.size() == 1;
    all.addAll(calledByAll ? List.of(last) : callees);
    return all;
  }

  /** With a call of the first callee in each endpoint. */
  private Service calling(Service service, List<Service> callees) {
    Service callee = callees.get(0);
    Optional<String> pool =
        service.pools().isEmpty() || parts.oneIn(2)
            ? Optional.empty()
            : Optional.of(parts.pick(service.pools()).name());
    Step call =
        new Step.Call(
            "call of " + service.name(),
            callee.name(),
            parts.pick(callee.endpoints()).name(),
            parts.time(),
            pool);
    return service.withEndpoints(
        service.endpoints().stream()
            .map(it -> new Endpoint(it.name(), it.weight(), it.limiter(), calling(it.body(), call)))
            .toList());
  }

  private Body calling(Body body, Step call) {
    if (body instanceof Body.Fixed fixed) {
      return new Body.Fixed(calling(fixed.steps(), call));
    } else if (body instanceof Body.Mixed mixed) {
      return new Body.Mixed(
          mixed.variants().stream()
              .map(it -> new Body.Variant(it.weight(), calling(it.steps(), call)))
              .toList());
    }
    Body.Recorded recorded = (Body.Recorded) body;
    RandomProgram program = (RandomProgram) recorded.source();
    List<Double> chances = new ArrayList<>(program.chances());
    chances.add(0.5);
    List<Step> vocabulary = new ArrayList<>(program.vocabulary());
    vocabulary.add(call);
    return new Body.Recorded(
        new RandomProgram(vocabulary, chances, program.repeats()), recorded.entry());
  }

  private List<Step> calling(List<Step> steps, Step call) {
    List<Step> all = new ArrayList<>(steps);
    all.add(parts.from(0, all.size()), call);
    return all;
  }
}
