package dev.fastsim.junit.engine;

import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.WhenInconclusive;
import dev.fastsim.sla.Decision;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * How a test ends whose promise is not shown to be kept, by what is configured.
 *
 * @param configuration of the run
 * @param frame where the promise was made: all there is to see of the stack
 */
record Ending(FastSimConfiguration configuration, StackTraceElement frame) {

  /**
   * Throws, unless the verdict is inconclusive and such verdicts pass.
   *
   * @param decision not {@link Decision#PASS}
   * @param message asked for only if it is needed
   * @throws AssertionFailedError if the test fails
   * @throws TestAbortedException if the verdict is inconclusive and such tests are aborted
   */
  void report(Decision decision, Supplier<String> message, String expected, String actual) {
    WhenInconclusive policy = configuration.whenInconclusive();
    if (decision == Decision.FAIL || policy == WhenInconclusive.FAIL) {
      throw at(new AssertionFailedError(message.get(), expected, actual));
    } else if (policy == WhenInconclusive.ABORT) {
      throw at(new TestAbortedException(message.get()));
    }
  }

  /** A test that fails whatever is configured. */
  AssertionFailedError failure(String message) {
    return at(new AssertionFailedError(message));
  }

  /** What an inconclusive verdict counts as, as a line of a message; nothing for others. */
  String policyText(Decision decision) {
    if (decision != Decision.INCONCLUSIVE) {
      return "";
    }
    return "\n  the verdict is inconclusive, which counts as "
        + (configuration.whenInconclusive() == WhenInconclusive.FAIL
            ? "a failure (%s = fail)".formatted(FastSimConfiguration.INCONCLUSIVE)
            : "aborted (%s = abort)".formatted(FastSimConfiguration.INCONCLUSIVE));
  }

  private <T extends Throwable> T at(T throwable) {
    throwable.setStackTrace(new StackTraceElement[] {frame});
    return throwable;
  }
}
