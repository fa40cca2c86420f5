package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ResultFilesTest {

  private static final Scenario SHOP = CliRun.shop().build();
  private static final SimulationResult RESULT = FastSim.simulate(SHOP);

  @TempDir private Path directory;

  private static List<String> topLevelNames(String json) {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
          names.add(parser.currentName());
        }
      }
    }
    return names;
  }

  @Test
  void jsonIsTheResultWithItsWallTimeAtTheEnd() throws IOException {
    Path file = directory.resolve("new/dir/result.json");

    CliRun run = CliRun.of(SHOP, "run", "f.yml", "--json", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    String json = Files.readString(file);
    String members = RESULT.toJson().replaceFirst("\\s*}\\s*$", "");
    assertThat(json).startsWith(members + ",\n  \"wallSeconds\" : ");
    assertThat(topLevelNames(json)).startsWith("schema", "scenario").endsWith("wallSeconds");
  }

  @Test
  void jsonOnStandardOutputIsAloneThere() {
    CliRun run = CliRun.of(SHOP, "run", "f.yml", "--json", "-");

    assertThat(topLevelNames(run.out())).contains("schema", "wallSeconds");
    assertThat(run.err()).contains(RESULT.summary());
  }

  @Test
  void histogramLogsHoldEachReplication() throws IOException {
    Path logs = directory.resolve("logs");

    CliRun.of(SHOP, "run", "f.yml", "--hlog", logs.toString());

    try (Stream<Path> files = Files.list(logs)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("all.hlog", "GET_item.hlog", "POST_item.hlog");
    }
    List<EncodableHistogram> all = read(logs.resolve("all.hlog"));
    assertThat(all)
        .extracting(EncodableHistogram::getStartTimeStamp)
        .containsExactly(1000L, 11000L);
    assertThat(all).extracting(EncodableHistogram::getEndTimeStamp).containsExactly(10000L, 20000L);
    TimeDistribution first = RESULT.runs().get(0).endpoints().get(1).latency();
    Histogram posts = (Histogram) read(logs.resolve("POST_item.hlog")).get(0);
    assertThat(posts.getTotalCount()).isEqualTo(first.count());
    assertThat(posts.getValueAtPercentile(95) / 1e9)
        .isCloseTo(first.percentile(95), within(first.resolution(1)));
  }

  private static List<EncodableHistogram> read(Path log) throws IOException {
    List<EncodableHistogram> histograms = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
      while (reader.hasNext()) {
        histograms.add(reader.nextIntervalHistogram());
      }
    }
    return histograms;
  }

  @Test
  void tablesHoldWhatTheResultHolds() throws IOException {
    CliRun.of(SHOP, "run", "f.yml", "--csv", directory.toString());

    assertThat(table("latency.csv"))
        .hasSize(3 * 7)
        .anySatisfy(
            row -> {
              assertThat(row.getField("endpoint")).isEqualTo("POST /item");
              assertThat(row.getField("statistic")).isEqualTo("p99.9");
              assertThat(Double.parseDouble(row.getField("value_s")))
                  .isCloseTo(RESULT.endpoint("POST /item").latency().p999().value(), within(1e-9));
            });
    assertThat(table("requests.csv"))
        .extracting(row -> row.getField("endpoint"))
        .containsExactly("", "GET /item", "POST /item");
    assertThat(table("requests.csv").get(0).getField("offered"))
        .isEqualTo(Long.toString(RESULT.outcomes().offered()));
    assertThat(table("servers.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("server")).isEqualTo("shop"));
    assertThat(table("pools.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("pool")).isEqualTo("db"));
    assertThat(table("links.csv"))
        .extracting(row -> row.getField("link"))
        .containsExactly("clients -> shop", "shop -> clients");
    assertThat(table("throughput.csv"))
        .hasSize(2 * RESULT.runs().get(0).completionsPerSecond().size());
  }

  private List<NamedCsvRecord> table(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(directory.resolve(name))) {
      return reader.stream().toList();
    }
  }

  @Test
  void aDirectoryThatIsAFileIsWrongInput() throws IOException {
    Path file = Files.createFile(directory.resolve("taken"));

    CliRun run = CliRun.of(SHOP, "run", "f.yml", "--csv", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("taken: is there already, and is not a directory");
  }
}
