package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

/** Room for more traffic as a test of its own. */
class HeadroomNodeTest {

  @TempDir Path output;

  private EngineExecutionResults run(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).execute();
  }

  @Test
  void roomThatThereIsPassesAndIsPublished() {
    EngineExecutionResults results = run(HeadroomSpecs.Roomy.class);
    assertThat(EngineRun.outcomes(results))
        .containsExactly("mean <= 40 ms: SUCCESSFUL", "headroom >= 1.2x: SUCCESSFUL");
    assertThat(
            results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getPayload().orElseThrow().toString()))
        .anyMatch(entry -> entry.matches("(?s).*headroom = '1\\.4\\d*x of this traffic.*"));
  }

  @Test
  void roomThatThereIsNotFailsWithTheRoomThatThereIs() {
    EngineExecutionResults results = run(HeadroomSpecs.Cramped.class);
    AssertionFailedError error =
        (AssertionFailedError) EngineRun.failure(results, "headroom >= 1.8x");
    assertThat(error)
        .hasMessageStartingWith("headroom >= 1.8x: was 1.4")
        .hasMessageContaining("\n  at 1.8x: GET / mean <= 40 ms: was ");
    assertThat(error.getStackTrace()[0].getClassName())
        .isEqualTo(HeadroomSpecs.Cramped.class.getName());
  }

  @Test
  void itIsFoundByItsUniqueIdAndHasANumber() {
    assertThat(
            EngineRun.select(output, selectClass(HeadroomSpecs.Roomy.class))
                .discover()
                .getEngineDescriptor()
                .getDescendants())
        .anySatisfy(
            node -> {
              assertThat(node.getLegacyReportingName()).isEqualTo("headroom >= 1.2x[2]");
              assertThat(EngineRun.id(node.getUniqueId())).endsWith("/[sla:headroom]");
            });
  }

  @Test
  void aFilePromisesRoomToo() {
    EngineExecutionResults results = run(FileSpecs.Roomy.class);
    assertThat(EngineRun.outcomes(results))
        .contains("mean <= 40 ms: SUCCESSFUL", "headroom >= 1.2x: SUCCESSFUL");
    assertThat(results.testEvents().list().get(0).getTestDescriptor().getParent().orElseThrow())
        .satisfies(
            file ->
                assertThat(file.getChildren())
                    .anyMatch(
                        node ->
                            node.getLegacyReportingName().equals("roomy.yml headroom >= 1.2x[3]")));
  }

  @Test
  void mistakesAreThoseOfTheModel() {
    assertThat(EngineRun.failure(run(HeadroomSpecs.Mistaken.class), "headroom >= 0x"))
        .hasMessageContaining("@Headroom(min): it must be positive and finite, but is 0.0");
    assertThat(EngineRun.failure(run(HeadroomSpecs.WithoutPromises.class), "headroom >= 2x"))
        .hasMessageContaining("@Headroom: there is no SLA to keep at more traffic");
  }
}
