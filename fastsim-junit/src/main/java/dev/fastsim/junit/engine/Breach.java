package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A verdict that is not a pass, as the exception a test ends with.
 *
 * @param assessed what was simulated
 * @param verdict not {@link Decision#PASS}
 */
record Breach(Outcome.Assessed assessed, Verdict verdict) {

  /**
   * Throws, unless the verdict is inconclusive and such verdicts pass.
   *
   * @throws org.opentest4j.AssertionFailedError if the test fails
   * @throws org.opentest4j.TestAbortedException if the verdict is inconclusive and such tests are
   *     aborted
   */
  void report() {
    Objective objective = verdict.objective();
    Ending ending =
        new Ending(assessed.configuration(), assessed.reading().frame(objective.metric()));
    ending.report(
        verdict.decision(),
        () -> message(ending),
        objective.text(),
        objective.valueText(verdict.measured().value()));
  }

  private String message(Ending ending) {
    StringBuilder message = new StringBuilder();
    Optional<Deviation> deviation = assessed.deviation();
    deviation.ifPresent(whatIf -> message.append(whatIf.name()).append(": "));
    message.append(Explanation.of(assessed.assessment().result(), verdict));
    deviation.ifPresent(whatIf -> message.append(whatIf.text(verdict.objective())));
    remedies().ifPresent(found -> message.append("\n  ").append(found.text()));
    message.append(ending.policyText(verdict.decision()));
    return message.append("\n  report: ").append(assessed.reportText()).toString();
  }

  private Optional<Remedies.Findings> remedies() {
    try {
      return assessed.remedies().of(verdict);
    } catch (CancellationException cancelled) {
      return Optional.empty(); // the breach is known all the same
    }
  }
}
