package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fastsim.junit.FastSimConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ExecutionTest {

  @TempDir Path output;

  @AfterEach
  void stopListening() {
    Probe.stopListening();
  }

  @Test
  void disabledEndpointsAreSkippedWithTheirReason() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Annotated.class)).execute();
    assertThat(EngineRun.outcomes(results)).containsExactly("p95 <= 30 ms: SUCCESSFUL");
    assertThat(results.containerEvents().skipped().list())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("GET /broken");
              assertThat(event.getPayload(String.class)).contains("not ours to fix");
            });
  }

  @Test
  void aModelIsNotSimulatedForDisabledTestsAlone() {
    AtomicInteger made = new AtomicInteger();
    Probe.listen(made::incrementAndGet);
    EngineExecutionResults results =
        EngineRun.select(
                output,
                selectClass(Specs.AllDisabled.class),
                selectClass(Specs.EndpointsDisabled.class))
            .execute();
    assertThat(made).hasValue(0);
    assertThat(results.containerEvents().skipped().count()).isEqualTo(2);
    assertThat(results.testEvents().started().count()).isZero();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void aRunThatIsCancelledAbortsTestsRatherThanFailingThem() {
    CancellationToken token = CancellationToken.create();
    Probe.listen(token::cancel);
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Probed.class), selectClass(Specs.Checkout.class))
            .cancellationToken(token)
            .execute();
    assertThat(results.allEvents().failed().count()).isZero();
    assertThat(results.testEvents().succeeded().count()).isZero();
    assertThat(results.allEvents().skipped().count()).isPositive();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void modelsRunConcurrentlyWithTheSameResults() throws IOException {
    DiscoverySelector[] models =
        Stream.of(
                Specs.Checkout.class,
                Specs.Slow.class,
                Specs.Busy.class,
                Specs.Derived.class,
                Specs.Unclear.class)
            .map(type -> (DiscoverySelector) selectClass(type))
            .toArray(DiscoverySelector[]::new);
    Path first = output.resolve("sequential");
    Path second = output.resolve("parallel");
    EngineExecutionResults sequential = EngineRun.select(first, models).execute();
    EngineExecutionResults parallel =
        EngineRun.select(second, models)
            .configurationParameter("fastsim.execution.parallel.enabled", "true")
            .configurationParameter("fastsim.execution.parallel.config.strategy", "fixed")
            .configurationParameter("fastsim.execution.parallel.config.fixed.parallelism", "3")
            .execute();
    assertThat(EngineRun.outcomes(parallel))
        .containsExactlyInAnyOrderElementsOf(EngineRun.outcomes(sequential));
    assertThat(files(second)).hasSize(11).isEqualTo(files(first));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  @Test
  void theSeedCanBeConfigured() throws IOException {
    EngineRun.select(output, selectClass(Specs.Busy.class))
        .configurationParameter("fastsim.seed", "42")
        .execute();
    assertThat(output.resolve("Specs$Busy.json")).content().contains("\"seed\" : 42");
  }

  @ParameterizedTest
  @CsvSource({
    "fastsim.seed, 1.5, a whole number of 64 bits",
    "fastsim.inconclusive, ignore, 'fail, abort or pass'",
    "fastsim.remedies.requests, -1, 'a whole number, 0 or more'",
    "fastsim.baseline.update, yes, true or false",
    "fastsim.execution.parallel.enabled, yes, true or false",
    "fastsim.output.dir, '', the path of a folder"
  })
  void aWrongConfigurationValueFailsEveryTest(String key, String value, String allowed) {
    EngineExecutionResults results =
        EngineTestKit.engine("fastsim")
            .selectors(selectClass(Specs.Slow.class))
            .configurationParameter(key, value)
            .execute();
    results.testEvents().assertStatistics(stats -> stats.started(3).failed(3));
    assertThat(EngineRun.failure(results, "mean <= 10 ms"))
        .isInstanceOf(FastSimConfigurationException.class)
        .hasMessage(
            "configuration parameter %s is '%s', but must be %s".formatted(key, value, allowed));
  }

  @Test
  void aSuiteWrapsTheEngine() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-platform-suite")
            .selectors(selectClass(Specs.WholeSuite.class))
            .configurationParameter("fastsim.output.dir", output.toString())
            .execute();
    results.testEvents().assertStatistics(stats -> stats.started(12).succeeded(11).failed(1));
    assertThat(EngineRun.failure(results, "mean <= 10 ms"))
        .hasMessageContaining("GET /report mean <= 10 ms: was");
  }
}
