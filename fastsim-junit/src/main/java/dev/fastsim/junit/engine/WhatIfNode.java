package dev.fastsim.junit.engine;

import dev.fastsim.experiment.Comparison;
import dev.fastsim.scenario.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Other circumstances: the spec is simulated once more for the tests below it. */
final class WhatIfNode extends SpecNode {

  private final Spec spec;
  private final String name;

  WhatIfNode(UniqueId parent, Spec spec, String name, int position) {
    super(id(parent, name), name, spec.slaSource(), Optional.empty(), position);
    this.spec = spec;
    this.name = name;
  }

  static UniqueId id(UniqueId parent, String name) {
    return parent.append(WHAT_IF, name);
  }

  private List<SpecNode> nodes() {
    return SpecNodes.below(
        getUniqueId(),
        spec.slas().stream().filter(sla -> sla.holdsIf(name)).toList(),
        spec.endpoints().stream().map(endpoint -> endpoint.in(name)).toList(),
        getLegacyReportingName() + ": ",
        spec.slaSource());
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
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return spec.legacyPrefix() + name;
  }

  @Override
  public SpecContext before(SpecContext context) {
    if (!hasEnabledTest()) {
      return context;
    }
    Outcome outcome = context.outcome().whatIf(name, spec, context);
    if (outcome instanceof Outcome.Assessed assessed) {
      assessed.deviation().ifPresent(deviation -> context.publish(this, figures(deviation)));
      context.publish(this, Figures.of(assessed.assessment().result()));
      if (assessed.file().isWritten()) {
        context.publish(this, assessed.file(), "application/json");
      }
      context.draft().add(assessed);
    }
    return context.with(outcome);
  }

  /** What is otherwise, and how much that changes what is promised. */
  private static Map<String, String> figures(Deviation deviation) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("what if", deviation.changes());
    Optional<Comparison> comparison = deviation.comparison();
    if (comparison.isPresent()) {
      for (Metric metric : deviation.limited()) {
        figures.put(
            "change of " + comparison.get().of(metric).name(), comparison.get().of(metric).text());
      }
    }
    return figures;
  }
}
