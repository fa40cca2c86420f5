package dev.fastsim.junit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/**
 * A model class or a scenario file: simulated once, for all tests below it. One that cannot even be
 * looked at is a test itself, which fails.
 */
final class SimulationNode extends SpecNode {

  private final Spec spec;

  SimulationNode(UniqueId parent, Spec spec, int position) {
    super(id(parent, spec), spec.name(), spec.source(), spec.element(), position);
    this.spec = spec;
  }

  static UniqueId id(UniqueId parent, Spec spec) {
    return parent.append(spec.segment(), spec.key());
  }

  Spec spec() {
    return spec;
  }

  @Override
  List<UniqueId> allChildren() {
    return Stream.concat(
            spec.slas().stream().map(sla -> SlaNode.id(getUniqueId(), sla)),
            spec.endpoints().stream()
                .map(endpoint -> EndpointNode.id(getUniqueId(), endpoint.key())))
        .toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    List<SpecNode> children = new ArrayList<>();
    for (Sla sla : spec.slas()) {
      children.add(
          new SlaNode(getUniqueId(), sla, children.size(), spec.legacyPrefix(), spec.slaSource()));
    }
    for (EndpointSpec endpoint : spec.endpoints()) {
      children.add(new EndpointNode(getUniqueId(), endpoint, spec.legacyPrefix(), children.size()));
    }
    return children.stream().filter(child -> child.getUniqueId().equals(id)).findFirst();
  }

  @Override
  public Type getType() {
    return spec.endpoints().isEmpty() ? Type.TEST : Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return spec.legacyName() + (isTest() ? "[1]" : "");
  }

  @Override
  public ExecutionMode getExecutionMode() {
    return ExecutionMode.CONCURRENT;
  }

  @Override
  public SpecContext before(SpecContext context) {
    if (!hasEnabledTest()) {
      return context;
    }
    Outcome outcome = Outcome.of(spec, context);
    if (outcome instanceof Outcome.Assessed assessed) {
      context.publish(this, Figures.of(assessed.assessment().result()));
      if (assessed.file().isWritten()) {
        context.publish(this, assessed.file());
      }
    }
    return context.with(outcome);
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    if (isTest()) {
      context.outcome().assessed();
    }
    return context;
  }
}
