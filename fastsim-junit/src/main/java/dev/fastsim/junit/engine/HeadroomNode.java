package dev.fastsim.junit.engine;

import dev.fastsim.capacity.HeadroomVerdict;
import dev.fastsim.sla.Decision;
import dev.fastsim.units.Decimals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/** The promise that all promises hold at more traffic: one test, which simulates for itself. */
final class HeadroomNode extends SpecNode {

  private static final String KEY = "headroom";

  private final double min;
  private final String legacyName;

  /**
   * @param prefix of its name in reports that know only classes and methods
   */
  HeadroomNode(UniqueId parent, double min, int position, String prefix, TestSource source) {
    super(
        parent.append(SLA, KEY),
        HeadroomVerdict.promiseText(min),
        source,
        Optional.empty(),
        position);
    this.min = min;
    this.legacyName = "%s%s[%d]".formatted(prefix, HeadroomVerdict.promiseText(min), position + 1);
  }

  @Override
  List<UniqueId> allChildren() {
    return List.of();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return Optional.empty();
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public String getLegacyReportingName() {
    return legacyName;
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    Outcome.Assessed assessed = context.outcome().assessed();
    HeadroomVerdict verdict;
    try {
      verdict =
          HeadroomVerdict.of(assessed.assessment().result().scenario(), min, context.monitor());
    } catch (CancellationException cancelled) {
      throw new TestAbortedException("the simulation was cancelled", cancelled);
    }
    context.draft().add(verdict.headroom());
    context.publish(this, Map.of("headroom", verdict.headroom().text()));
    verdict.headroom().violations().forEach(text -> context.publish(this, Map.of("odd", text)));
    if (verdict.decision() != Decision.PASS) {
      Ending ending = new Ending(assessed.configuration(), assessed.reading().frame());
      ending.report(
          verdict.decision(),
          () -> verdict.text() + ending.policyText(verdict.decision()),
          HeadroomVerdict.promiseText(min),
          "%sx".formatted(Decimals.exact(verdict.headroom().factor())));
    }
    return context;
  }
}
