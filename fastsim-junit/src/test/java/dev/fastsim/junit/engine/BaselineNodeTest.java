package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** Not to be worse than a saved result, as tests of their own. */
class BaselineNodeTest {

  private static final Path FILE = Path.of(BaselineSpecs.FILE);
  private static final String P95 = "p95 <= baseline + 5%";
  private static final String THROUGHPUT = "throughput >= baseline - 2%";

  @TempDir Path output;

  @BeforeEach
  void noBaseline() throws IOException {
    Files.deleteIfExists(FILE);
  }

  private EngineTestKit.Builder builder(Class<?> type) {
    return EngineRun.select(output, selectClass(type));
  }

  private EngineExecutionResults run(Class<?> type) {
    return builder(type).execute();
  }

  private EngineExecutionResults update(Class<?> type) {
    return builder(type).configurationParameter("fastsim.baseline.update", "true").execute();
  }

  private static List<String> published(EngineExecutionResults results) {
    return results.allEvents().reportingEntryPublished().stream()
        .map(event -> event.getPayload().orElseThrow().toString())
        .toList();
  }

  @Test
  void withoutABaselineItFailsAndSaysHowToMakeOne() {
    EngineExecutionResults results = run(BaselineSpecs.Shop.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly(P95 + ": FAILED", THROUGHPUT + ": FAILED");
    assertThat(EngineRun.failure(results, P95))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            "there is no baseline %s yet, so nothing is compared; to save this result as one, run the test with -Dfastsim.baseline.update=true and commit the file",
            FILE);
    assertThat(FILE).doesNotExist();
  }

  @Test
  void anUpdateWritesTheResultThatTheNextRunIsEqualTo() throws IOException {
    EngineExecutionResults updated = update(BaselineSpecs.Shop.class);
    assertThat(EngineRun.outcomes(updated))
        .containsExactly(P95 + ": SUCCESSFUL", THROUGHPUT + ": SUCCESSFUL");
    assertThat(published(updated)).anyMatch(entry -> entry.contains("written to " + FILE));
    String first = Files.readString(FILE);
    EngineExecutionResults results = run(BaselineSpecs.Shop.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly(P95 + ": SUCCESSFUL", THROUGHPUT + ": SUCCESSFUL");
    assertThat(published(results))
        .anyMatch(entry -> entry.matches("(?s).*verdict = 'PASS, \\+0%.*, from (.*) to \\1'.*"));
    update(BaselineSpecs.Shop.class);
    assertThat(Files.readString(FILE)).isEqualTo(first);
  }

  /** A half busy core that works 20% more makes its part of the latency about 60% longer. */
  @Test
  void aRegressionFailsWithTheChangeAtTheEndpoint() {
    update(BaselineSpecs.Shop.class);
    EngineExecutionResults results = run(BaselineSpecs.Slower.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly(P95 + ": FAILED", THROUGHPUT + ": SUCCESSFUL");
    AssertionFailedError error = (AssertionFailedError) EngineRun.failure(results, P95);
    assertThat(error.getMessage())
        .matches(
            "(?s)GET / p95 <= baseline \\+ 5%: was \\+\\d.*% \\(95% CI \\+.*\\), from .* ms to .* ms"
                + "\n  4 runs, each with the same arrivals as in the baseline"
                + "\n  baseline: target.baselines.shop.json; if the change is meant, renew it with"
                + " -Dfastsim.baseline.update=true"
                + "\n  report: .*BaselineSpecs\\$Slower.html");
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo(P95);
    assertThat(error.getStackTrace()[0].getMethodName()).isEqualTo("get");
  }

  @Test
  void anImprovementPasses() {
    update(BaselineSpecs.Shop.class);
    assertThat(EngineRun.outcomes(run(BaselineSpecs.Faster.class)))
        .containsExactly(P95 + ": SUCCESSFUL", THROUGHPUT + ": SUCCESSFUL");
  }

  /** With other random numbers, a tenth of a percent of four p99s is far inside the noise. */
  @Test
  void whatCannotBeToldFailsUnlessConfiguredOtherwise() {
    update(BaselineSpecs.Shop.class);
    EngineTestKit.Builder otherSeed =
        builder(BaselineSpecs.Strict.class).configurationParameter("fastsim.seed", "9");
    assertThat(EngineRun.failure(otherSeed.execute(), "p99 <= baseline + 0.1%"))
        .hasMessageStartingWith("GET / p99 <= baseline + 0.1%: cannot tell, is about ")
        .hasMessageContaining("the tolerance lies inside the interval")
        .hasMessageContaining("4 runs against 4 runs of the baseline, with other random numbers")
        .hasMessageContaining("counts as a failure (fastsim.inconclusive = fail)");
    assertThat(
            EngineRun.outcomes(
                otherSeed.configurationParameter("fastsim.inconclusive", "pass").execute()))
        .containsExactly("p99 <= baseline + 0.1%: SUCCESSFUL");
  }

  @Test
  void aBaselineThatIsNoneFailsWithTheReason() throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, "{}");
    assertThat(EngineRun.failure(run(BaselineSpecs.Shop.class), P95))
        .hasMessageStartingWith(
            "the baseline cannot be compared with: %s is no result that FastSim has written: ",
            FILE)
        .hasMessageEndingWith("run the test with -Dfastsim.baseline.update=true");
    update(BaselineSpecs.Shop.class);
    assertThat(EngineRun.failure(run(BaselineSpecs.Renamed.Shop.class), "mean <= baseline + 5%"))
        .hasMessageContaining("has no endpoints.GET /v2.latency.mean.each");
  }

  @Test
  void aBaselineThatCannotBeWrittenFails() throws IOException {
    Files.createDirectories(FILE);
    try {
      assertThat(EngineRun.failure(update(BaselineSpecs.Shop.class), P95))
          .hasMessageStartingWith("the baseline was not updated: " + FILE);
    } finally {
      Files.delete(FILE);
    }
  }

  @Test
  void testsAreFoundByTheirUniqueIdsAndTheMethod() throws NoSuchMethodException {
    assertThat(
            EngineRun.tests(
                EngineRun.select(
                        output,
                        selectMethod(
                            BaselineSpecs.Shop.class,
                            BaselineSpecs.Shop.class.getDeclaredMethod("get")))
                    .discover()
                    .getEngineDescriptor()))
        .containsExactly(
            "[class:BaselineSpecs$Shop]/[endpoint:get()]/[sla:baseline.latency.p95]",
            "[class:BaselineSpecs$Shop]/[endpoint:get()]/[sla:baseline.throughput]");
  }

  @Test
  void mistakesAreThoseOfTheModel() {
    EngineExecutionResults results = run(BaselineSpecs.Mistaken.class);
    assertThat(EngineRun.failure(results, "p95 <= baseline + 5 ms"))
        .hasMessageContaining("@Baseline(p95): ")
        .hasMessageContaining("@Baseline(errorRate): ");
    assertThat(EngineRun.failure(run(BaselineSpecs.Empty.class), "GET /"))
        .hasMessageContaining(
            "@Baseline: it compares nothing; give a tolerance to at least one of mean, p50");
  }
}
