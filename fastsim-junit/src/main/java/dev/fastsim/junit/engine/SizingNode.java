package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Configuration;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.capacity.SizingGoal;
import dev.fastsim.model.SizingPromise;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/** The promise about the machines: one test, which simulates for itself. */
final class SizingNode extends SpecNode {

  private static final String KEY = "sizing";

  private final SizingPromise promise;
  private final String legacyName;

  SizingNode(UniqueId parent, SizingPromise promise, int position, TestSource source) {
    super(parent.append(SLA, KEY), promise.text(), source, Optional.empty(), position);
    this.promise = promise;
    this.legacyName = "%s[%d]".formatted(promise.text(), position + 1);
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
    Assessment declared = assessed.assessment();
    SizingGoal goal = promise.goal().orElseThrow();
    Sizing sizing;
    try {
      sizing = goal.search(declared.result().scenario(), context.monitor());
    } catch (CancellationException cancelled) {
      throw new TestAbortedException("the simulation was cancelled", cancelled);
    }
    context.publish(this, entry(sizing));
    Optional<String> shortfall = goal.shortfall(sizing, declared);
    if (shortfall.isPresent()) {
      new Ending(assessed.configuration(), assessed.reading().frame())
          .report(
              Decision.FAIL,
              () -> message(shortfall.get(), sizing),
              promise.text(),
              sizing.cheapest().map(each -> text(each, sizing)).orElse("nothing"));
    }
    return context;
  }

  private static Map<String, String> entry(Sizing sizing) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put(
        "cheapest",
        sizing.cheapest().map(each -> text(each, sizing)).orElse("nothing keeps every SLA"));
    if (sizing.frontier().size() > 1) {
      entry.put(
          "others with nothing to spare",
          sizing.frontier().stream()
              .skip(1)
              .map(each -> text(each, sizing))
              .collect(Collectors.joining("; ")));
    }
    if (!sizing.violations().isEmpty()) {
      entry.put("odd", String.join("; ", sizing.violations()));
    }
    return entry;
  }

  private String message(String shortfall, Sizing sizing) {
    StringBuilder message = new StringBuilder("%s: %s".formatted(promise.text(), shortfall));
    if (!sizing.frontier().isEmpty()) {
      message.append("\n  what keeps every SLA and has nothing to spare:");
      sizing.frontier().forEach(each -> message.append("\n    ").append(text(each, sizing)));
    }
    sizing.violations().forEach(odd -> message.append("\n  odd: ").append(odd));
    return message
        .append(
            "\n  %d of %d combinations simulated"
                .formatted(sizing.simulated(), sizing.combinations()))
        .toString();
  }

  private static String text(Configuration configuration, Sizing sizing) {
    return configuration.costText(sizing.scenario());
  }
}
