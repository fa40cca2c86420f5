package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Decimals;
import java.util.Comparator;
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

  HeadroomNode(UniqueId parent, double min, int position, TestSource source) {
    super(parent.append(SLA, KEY), text(min), source, Optional.empty(), position);
    this.min = min;
    this.legacyName = "%s[%d]".formatted(text(min), position + 1);
  }

  private static String text(double min) {
    return "headroom >= %sx".formatted(Decimals.exact(min));
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
    Scenario scenario = assessed.assessment().result().scenario().withoutWhatIfs();
    Assessment asked;
    Headroom headroom;
    try {
      asked = Assessment.of(Change.traffic(min).applyTo(scenario), context.monitor());
      headroom = Headroom.of(scenario, context.monitor());
    } catch (CancellationException cancelled) {
      throw new TestAbortedException("the simulation was cancelled", cancelled);
    }
    context.draft().add(headroom);
    context.publish(this, Map.of("headroom", headroom.text()));
    headroom.violations().forEach(text -> context.publish(this, Map.of("odd", text)));
    asked.verdicts().stream()
        .filter(verdict -> verdict.decision() != Decision.PASS)
        .min(Comparator.comparing(verdict -> verdict.decision() == Decision.INCONCLUSIVE))
        .ifPresent(broken -> report(broken, asked, headroom, assessed));
    return context;
  }

  private void report(
      Verdict broken, Assessment asked, Headroom headroom, Outcome.Assessed assessed) {
    Ending ending = new Ending(assessed.configuration(), assessed.reading().frame());
    ending.report(
        broken.decision(),
        () ->
            "%s: was %s\n  at %sx: %s%s"
                .formatted(
                    text(min),
                    headroom.text(),
                    Decimals.exact(min),
                    Explanation.of(asked.result(), broken),
                    ending.policyText(broken.decision())),
        text(min),
        "%sx".formatted(Decimals.exact(headroom.factor())));
  }
}
