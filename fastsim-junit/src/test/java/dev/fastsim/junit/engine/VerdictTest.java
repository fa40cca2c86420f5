package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.fastsim.model.InvalidModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class VerdictTest {

  @TempDir Path output;

  private EngineExecutionResults run(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).execute();
  }

  @Test
  void promisesThatAreKeptPassAndSoDoesAnEndpointWithoutAny() {
    EngineExecutionResults results = run(Specs.Checkout.class);
    results.testEvents().assertStatistics(stats -> stats.started(9).succeeded(9));
    results.containerEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
  }

  @Test
  void aBrokenPromiseFailsAloneAndSaysWhatWasMeasured() {
    EngineExecutionResults results = run(Specs.Slow.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly(
            "cpu utilization <= 70%: SUCCESSFUL",
            "mean <= 10 ms: FAILED", "max <= 1 s: SUCCESSFUL");
    AssertionFailedError error = (AssertionFailedError) EngineRun.failure(results, "mean <= 10 ms");
    assertThat(error)
        .hasMessage(
            "GET /report mean <= 10 ms: was 50 ms (2 runs, 1 832 requests, seed 1)\n"
                + "  where requests spend their time: dawdle 100%\n"
                + "  it would pass with: step dawdle x 0.2 (mean 10 ms)\n"
                + "  report: "
                + output.resolve("Specs$Slow.html"));
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("mean <= 10 ms");
    assertThat(error.getActual().getStringRepresentation()).isEqualTo("50 ms");
  }

  @Test
  void remediesAreNotLookedForWithoutABudget() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Slow.class))
            .configurationParameter("fastsim.remedies.requests", "0")
            .execute();
    assertThat(EngineRun.failure(results, "mean <= 10 ms"))
        .hasMessageContaining("dawdle 100%\n  report: ");
  }

  @Test
  void theStackTraceIsTheSourceLineOfTheEndpoint() throws Exception {
    Throwable error = EngineRun.failure(run(Specs.Slow.class), "mean <= 10 ms");
    StackTraceElement[] frames = error.getStackTrace();
    assertThat(frames).hasSize(1);
    assertThat(frames[0].getClassName()).isEqualTo(Specs.Slow.class.getName());
    assertThat(frames[0].getMethodName()).isEqualTo("report");
    assertThat(frames[0].getFileName()).isEqualTo("Specs.java");
    Path source = Path.of("src/test/java/dev/fastsim/junit/engine/Specs.java");
    assertThat(Files.readAllLines(source).get(frames[0].getLineNumber() - 1))
        .isEqualTo("      dawdle();");
  }

  @Test
  void aPromiseOfTheServiceThatIsBrokenPointsToTheClass() {
    EngineExecutionResults results = run(Specs.Busy.class);
    Throwable error = EngineRun.failure(results, "cpu utilization <= 2%");
    assertThat(error).hasMessageStartingWith("cpu utilization <= 2%: was 2");
    assertThat(error.getStackTrace())
        .singleElement()
        .satisfies(
            frame -> {
              assertThat(frame.getClassName()).isEqualTo(Specs.Busy.class.getName());
              assertThat(frame.getFileName()).isEqualTo("Specs.java");
            });
    assertThat(EngineRun.outcomes(results)).contains("GET /primes: SUCCESSFUL");
  }

  @Test
  void anInconclusiveVerdictFailsAndSaysSo() {
    EngineExecutionResults results = run(Specs.Unclear.class);
    assertThat(EngineRun.outcomes(results)).containsExactly("p99.9 <= 20 ms: FAILED");
    assertThat(EngineRun.failure(results, "p99.9 <= 20 ms"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("cannot tell")
        .hasMessageContaining("requests are too few for p99.9")
        .hasMessageContaining(
            "the verdict is inconclusive, which counts as a failure (fastsim.inconclusive = fail)");
  }

  @Test
  void anInconclusiveVerdictCanAbortInstead() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Unclear.class))
            .configurationParameter("fastsim.inconclusive", "abort")
            .execute();
    assertThat(EngineRun.outcomes(results)).containsExactly("p99.9 <= 20 ms: ABORTED");
    assertThat(EngineRun.failure(results, "p99.9 <= 20 ms"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("counts as aborted");
  }

  @Test
  void anInconclusiveVerdictCanPassInstead() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Unclear.class))
            .configurationParameter("fastsim.inconclusive", "pass")
            .execute();
    assertThat(EngineRun.outcomes(results)).containsExactly("p99.9 <= 20 ms: SUCCESSFUL");
  }

  @Test
  void aModelWithMistakesFailsEveryTestWithThem() {
    EngineExecutionResults results = run(Specs.Mistaken.class);
    results.testEvents().assertStatistics(stats -> stats.started(4).failed(4));
    results.containerEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
    for (String test :
        new String[] {"cpu utilization <= 70%", "p95 <= 12 parsecs", "p99 <= 80 ms", "GET /fine"}) {
      assertThat(EngineRun.failure(results, test))
          .isInstanceOf(InvalidModelException.class)
          .hasMessageContaining("12 parsecs")
          .hasMessageContaining("nowhere");
    }
  }

  @Test
  void aBodyThatThrowsFailsEveryTestWithItsException() {
    EngineExecutionResults results = run(Specs.Exploding.class);
    results.testEvents().assertStatistics(stats -> stats.started(2).failed(2));
    assertThat(EngineRun.failure(results, "p99 <= 80 ms"))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("boom");
  }

  @Test
  void aFailedTestIsRunAgainByItsUniqueId() {
    EngineExecutionResults first = run(Specs.Slow.class);
    var failed = first.testEvents().failed().list().get(0).getTestDescriptor();
    EngineExecutionResults again =
        EngineRun.select(output, selectUniqueId(failed.getUniqueId())).execute();
    assertThat(EngineRun.outcomes(again)).containsExactly("mean <= 10 ms: FAILED");
    assertThat(EngineRun.failure(again, "mean <= 10 ms"))
        .hasMessage(EngineRun.failure(first, "mean <= 10 ms").getMessage());
  }
}
