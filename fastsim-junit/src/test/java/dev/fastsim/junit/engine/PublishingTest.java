package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

class PublishingTest {

  @TempDir Path output;

  static Map<String, String> entry(EngineExecutionResults results, String displayName) {
    return results.allEvents().list().stream()
        .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
        .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
        .findFirst()
        .orElseThrow();
  }

  private static List<Event> files(EngineExecutionResults results) {
    return results.allEvents().list().stream()
        .filter(event -> event.getType() == EventType.FILE_ENTRY_PUBLISHED)
        .toList();
  }

  @Test
  void endpointsPublishTheirMetricsInUnits() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Checkout.class)).execute();
    assertThat(entry(results, "POST /checkout"))
        .containsOnlyKeys("latency", "throughput", "error rate", "requests")
        .hasEntrySatisfying(
            "latency",
            text ->
                assertThat(text)
                    .matches("mean .* ms, p50 .* ms, p95 [\\d.]+ ms, p99 .* ms, max .* ms"))
        .hasEntrySatisfying("throughput", text -> assertThat(text).contains("/s"))
        .containsEntry("error rate", "0%");
    assertThat(entry(results, "GET /health")).containsKey("latency");
    assertThat(entry(results, "Specs.Checkout"))
        .hasEntrySatisfying("runs", text -> assertThat(text).endsWith(", seed 1"))
        .containsKeys("cpu utilization", "pool db utilization")
        .doesNotContainKey("ram utilization");
  }

  @Test
  void slasPublishTheirVerdict() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Slow.class)).execute();
    assertThat(entry(results, "mean <= 10 ms"))
        .containsExactly(Map.entry("verdict", "FAIL, was 50 ms"));
    assertThat(entry(results, "max <= 1 s"))
        .containsExactly(Map.entry("verdict", "PASS, was 50 ms"));
  }

  @Test
  void theResultIsWrittenAsJsonAndPublishedAsAFile() throws IOException {
    Path folder = output.resolve("made").resolve("as needed");
    EngineExecutionResults results =
        EngineRun.select(folder, selectClass(Specs.Slow.class)).execute();
    Path file = folder.resolve("Specs$Slow.json");
    assertThat(Files.readString(file)).contains("\"schema\" : \"fastsim-result/4\"");
    assertThat(files(results).get(0))
        .satisfies(
            event -> {
              assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("Specs.Slow");
              FileEntry entry = event.getRequiredPayload(FileEntry.class);
              assertThat(entry.getPath()).isEqualTo(file.toAbsolutePath());
              assertThat(entry.getMediaType()).contains("application/json");
            });
  }

  @Test
  void thePageIsWrittenWhenAllTestsAreDoneAndPublishedAsAFile() throws IOException {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Slow.class)).execute();
    Path file = output.resolve("Specs$Slow.html");
    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("1 of 3 promises is broken")
        .contains("step dawdle x 0.2");
    assertThat(files(results)).hasSize(2);
    assertThat(files(results).get(1))
        .satisfies(
            event -> {
              assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("Specs.Slow");
              FileEntry entry = event.getRequiredPayload(FileEntry.class);
              assertThat(entry.getPath()).isEqualTo(file.toAbsolutePath());
              assertThat(entry.getMediaType()).contains("text/html");
            });
  }

  @Test
  void anIndexLeadsToAllPages() throws IOException {
    EngineRun.select(output, selectClass(Specs.Busy.class)).execute();
    EngineRun.select(output, selectClass(Specs.Slow.class)).execute();
    assertThat(Files.readString(output.resolve("index.html")))
        .containsSubsequence("Specs%24Busy.html", "Specs%24Slow.html", "1 of 3 promises is broken");
  }

  @Test
  void pagesCanBeLeftOut() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(Specs.Slow.class))
            .configurationParameter("fastsim.reports", "false")
            .execute();
    assertThat(output.toFile().list()).containsExactly("Specs$Slow.json");
    assertThat(EngineRun.failure(results, "mean <= 10 ms"))
        .hasMessageEndingWith("report: " + output.resolve("Specs$Slow.json"));
  }

  @Test
  void classesOfOneNameGetFilesWithTheirPackages() {
    EngineRun.select(
            output,
            selectClass(Specs.Checkout.class),
            selectClass(dev.fastsim.junit.engine.other.Specs.Checkout.class),
            selectClass(Specs.Busy.class))
        .execute();
    assertThat(output.toFile().list())
        .containsExactlyInAnyOrder(
            "dev.fastsim.junit.engine.Specs$Checkout.json",
            "dev.fastsim.junit.engine.Specs$Checkout.html",
            "dev.fastsim.junit.engine.other.Specs$Checkout.json",
            "dev.fastsim.junit.engine.other.Specs$Checkout.html",
            "Specs$Busy.json",
            "Specs$Busy.html",
            "index.html");
  }

  @Test
  void aFolderThatCannotBeMadeChangesNoVerdict() throws IOException {
    Path blocked = Files.writeString(output.resolve("a file"), "in the way").resolve("below");
    EngineExecutionResults results =
        EngineRun.select(blocked, selectClass(Specs.Slow.class)).execute();
    assertThat(EngineRun.outcomes(results))
        .containsExactly(
            "cpu utilization <= 70%: SUCCESSFUL",
            "mean <= 10 ms: FAILED", "max <= 1 s: SUCCESSFUL");
    assertThat(EngineRun.failure(results, "mean <= 10 ms"))
        .hasMessageStartingWith("GET /report mean <= 10 ms: was")
        .hasMessageContaining("Specs$Slow.json could not be written:");
    assertThat(entry(results, "max <= 1 s").get("report")).contains("could not be written");
    assertThat(files(results)).isEmpty();
  }
}
