package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.WhenInconclusive;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

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
   * @throws AssertionFailedError if the test fails
   * @throws TestAbortedException if the verdict is inconclusive and such tests are aborted
   */
  void report() {
    WhenInconclusive policy = assessed.configuration().whenInconclusive();
    if (verdict.decision() == Decision.FAIL || policy == WhenInconclusive.FAIL) {
      throw atSource(failure());
    } else if (policy == WhenInconclusive.ABORT) {
      throw atSource(new TestAbortedException(message()));
    }
  }

  private AssertionFailedError failure() {
    Objective objective = verdict.objective();
    return new AssertionFailedError(
        message(), objective.text(), objective.valueText(verdict.measured().value()));
  }

  private String message() {
    StringBuilder message = new StringBuilder();
    Optional<Deviation> deviation = assessed.deviation();
    deviation.ifPresent(whatIf -> message.append(whatIf.name()).append(": "));
    message.append(Explanation.of(assessed.assessment().result(), verdict));
    deviation.ifPresent(whatIf -> message.append(whatIf.text(verdict.objective())));
    remedies().ifPresent(found -> message.append("\n  ").append(found.text()));
    if (verdict.decision() == Decision.INCONCLUSIVE) {
      message
          .append("\n  the verdict is inconclusive, which counts as ")
          .append(
              assessed.configuration().whenInconclusive() == WhenInconclusive.FAIL
                  ? "a failure (%s = fail)".formatted(FastSimConfiguration.INCONCLUSIVE)
                  : "aborted (%s = abort)".formatted(FastSimConfiguration.INCONCLUSIVE));
    }
    return message.append("\n  report: ").append(assessed.file().text()).toString();
  }

  private Optional<Remedies.Findings> remedies() {
    try {
      return assessed.remedies().of(verdict);
    } catch (CancellationException cancelled) {
      return Optional.empty(); // the breach is known all the same
    }
  }

  /** Where the promise was made is all there is to see of the stack. */
  private <T extends Throwable> T atSource(T throwable) {
    throwable.setStackTrace(
        new StackTraceElement[] {assessed.reading().frame(verdict.objective().metric())});
    return throwable;
  }
}
