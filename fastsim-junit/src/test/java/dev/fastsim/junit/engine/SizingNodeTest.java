package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** The machines a service needs, as a test of its own. */
class SizingNodeTest {

  private static final String DECLARED = "declared size is the cheapest";

  @TempDir Path output;

  private EngineExecutionResults run(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).execute();
  }

  @Test
  void theCheapestPassesAndTheFrontierIsPublished() {
    EngineExecutionResults results = run(SizingSpecs.Cheapest.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly("mean <= 20 ms: SUCCESSFUL", DECLARED + ", cost of size <= 3: SUCCESSFUL");
    assertThat(
            results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getPayload().orElseThrow().toString()))
        .anyMatch(
            entry ->
                entry.matches(
                    "(?s).*cheapest = 'cost 3: replicas 3, cores 1 \\(GET / mean 1\\d(\\.\\d+)? ms\\)'"
                        + ".*others with nothing to spare = 'cost 4: replicas 2, cores 2 .*"));
  }

  @Test
  void moreThanIsNeededFailsWithTheFrontier() {
    AssertionFailedError error =
        (AssertionFailedError) EngineRun.failure(run(SizingSpecs.Oversized.class), DECLARED);
    assertThat(error.getMessage())
        .matches(
            "(?s)declared size is the cheapest: the declared size costs 4, but there is cost 3:"
                + " replicas 3, cores 1 \\(GET / mean .* ms\\)\n"
                + "  what keeps every SLA and has nothing to spare:\n"
                + "    cost 3: replicas 3, cores 1 \\(.*\\)\n"
                + "    cost 4: replicas 2, cores 2 \\(.*\\)\n"
                + "  \\d of 8 combinations simulated");
    assertThat(error.getStackTrace()[0].getClassName())
        .isEqualTo(SizingSpecs.Oversized.class.getName());
  }

  @ParameterizedTest
  @CsvSource({
    "TooSmall, declared size is the cheapest, 'the declared size, of cost 1, does not keep mean <= 20 ms'",
    "TooDear, cost of size <= 4.4, 'the cheapest that keeps every SLA has cost 4.5: replicas 3'",
    "OutOfReach, cost of size <= 10, no configuration of the 2 keeps every SLA",
    "Mistaken, cost of size <= any, \"@SizingSla(cores): 'one' is not a number\"",
    "Mistaken, cost of size <= any, \"@SizingSla(pools): 'db' is not a pool and its sizes\"",
    "OtherPool, cost of size <= 10, \"there is no pool 'db'; the service has [cache]\"",
    "WithoutGoal, cost of size <= any, '@SizingSla: it promises nothing; give maxCost, or'",
    "WithoutChoice, cost of size <= 2, '@SizingSla: there is nothing to choose from; give at'",
    "WithoutPromises, cost of size <= 2, '@SizingSla: there is no SLA to keep; add one'"
  })
  void whatIsNotKeptOrMistakenFails(String spec, String test, String message)
      throws ClassNotFoundException {
    EngineExecutionResults results = run(Class.forName(SizingSpecs.class.getName() + "$" + spec));
    assertThat(EngineRun.failure(results, test)).hasMessageContaining(message.replace("\"", ""));
  }

  @Test
  void itIsFoundByItsUniqueIdAndHasANumber() {
    assertThat(
            EngineRun.select(output, selectClass(SizingSpecs.TooSmall.class))
                .discover()
                .getEngineDescriptor()
                .getDescendants())
        .anySatisfy(
            node -> {
              assertThat(node.getLegacyReportingName()).isEqualTo(DECLARED + "[2]");
              assertThat(EngineRun.id(node.getUniqueId())).endsWith("/[sla:sizing]");
            });
  }
}
