package dev.fastsim.junit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * A model class or a scenario file: simulated once, for all tests below it but those of its
 * what-ifs. One that cannot even be looked at is a test itself, which fails.
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

  private List<SpecNode> nodes() {
    List<SpecNode> nodes =
        new ArrayList<>(
            SpecNodes.below(
                getUniqueId(),
                spec.slas(),
                spec.endpoints(),
                spec.legacyPrefix(),
                spec.slaSource()));
    if (spec.headroom().isPresent()) {
      nodes.add(
          new HeadroomNode(
              getUniqueId(), spec.headroom().getAsDouble(), nodes.size(), spec.slaSource()));
    }
    spec.sizing()
        .ifPresent(
            promise ->
                nodes.add(new SizingNode(getUniqueId(), promise, nodes.size(), spec.slaSource())));
    for (String whatIf : spec.whatIfs()) {
      nodes.add(new WhatIfNode(getUniqueId(), spec, whatIf, nodes.size()));
    }
    return nodes;
  }

  @Override
  List<UniqueId> allChildren() {
    return nodes().stream().map(TestDescriptor::getUniqueId).toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return nodes().stream().filter(child -> child.getUniqueId().equals(id)).findFirst();
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
    SpecContext own = context.withNewDraft();
    Outcome outcome = Outcome.read(spec, own);
    if (hasEnabledTestAsItIs()) {
      outcome = outcome.simulated(spec, own);
    }
    if (outcome instanceof Outcome.Assessed assessed) {
      context.publish(this, Figures.of(assessed.assessment().result()));
      if (assessed.file().isWritten()) {
        context.publish(this, assessed.file(), "application/json");
      }
      own.draft().add(assessed);
    }
    return own.with(outcome);
  }

  @Override
  public void after(SpecContext context) {
    for (ResultFile page : context.draft().write(context.monitor())) {
      if (page.isWritten()) {
        context.publish(this, page, "text/html");
      } else {
        context.publish(this, Map.of("report", page.text()));
      }
    }
  }

  /** Whether a test is to run that is not one of a what-if. */
  private boolean hasEnabledTestAsItIs() {
    return isTest()
        || getChildren().stream()
            .anyMatch(
                child -> !(child instanceof WhatIfNode) && ((SpecNode) child).hasEnabledTest());
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    if (isTest()) {
      context.outcome().assessed();
    }
    return context;
  }
}
