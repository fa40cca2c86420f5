package dev.fastsim.junit.engine;

import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** One SLA: the test. */
final class SlaNode extends SpecNode {

  private final Sla sla;
  private final String legacyName;

  /**
   * @param prefix of its name in reports that know only classes and methods
   */
  SlaNode(UniqueId parent, Sla sla, int position, String prefix, TestSource source) {
    super(id(parent, sla), sla.text(), source, Optional.empty(), position);
    this.sla = sla;
    this.legacyName = "%s%s[%d]".formatted(prefix, sla.text(), position + 1);
  }

  static UniqueId id(UniqueId parent, Sla sla) {
    return parent.append(SLA, sla.key());
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

  /** Ends in a number in brackets, by which Surefire tells apart the tests of one method. */
  @Override
  public String getLegacyReportingName() {
    return legacyName;
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    Outcome.Assessed assessed = context.outcome().assessed();
    Verdict verdict = assessed.assessment().verdictOn(sla.metric());
    context.publish(this, entry(assessed, verdict));
    if (verdict.decision() != Decision.PASS) {
      new Breach(assessed, verdict).report();
    }
    return context;
  }

  private static Map<String, String> entry(Outcome.Assessed assessed, Verdict verdict) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("verdict", Figures.of(verdict));
    if (!assessed.file().isWritten()) {
      entry.put("report", assessed.file().text());
    }
    return entry;
  }
}
