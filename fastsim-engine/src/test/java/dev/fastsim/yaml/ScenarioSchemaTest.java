package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader agree; the pages that are made from it are current. */
class ScenarioSchemaTest {

  private static final Path COPY = Path.of("../docs/fastsim.schema.json");

  /** With {@code -Dfastsim.docs=write} the tests write what they would compare. */
  private static final boolean WRITE = "write".equals(System.getProperty("fastsim.docs"));

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.json(), InputFormat.JSON);

  @Test
  void schemaIsItselfValid() throws IOException {
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(ScenarioSchema.json(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void whatIsWrittenIsValid() {
    AnyScenario.first(200)
        .map(ScenarioText::of)
        .forEach(text -> assertThat(errors(text)).as(text).isEmpty());
  }

  @Test
  void examplesAndStarterAreValid() throws IOException {
    List<String> texts = new ArrayList<>(DocumentedExamples.yaml());
    texts.add(ScenarioText.starter());
    assertThat(texts).allSatisfy(text -> assertThat(errors(text)).isEmpty());
  }

  /** Whatever the schema refuses, the reader refuses, too. */
  @Test
  void schemaRefusesNothingThatIsRead() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> seeds = new ArrayList<>(DocumentedExamples.yaml());
    AnyScenario.first(20).map(ScenarioText::of).forEach(seeds::add);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      String text = Mutations.mutate(seeds.get(random.nextInt(seeds.size())), random);
      boolean valid;
      try {
        valid = errors(text).isEmpty();
      } catch (InvalidFileException noYaml) {
        continue;
      }
      if (!valid) {
        refused++;
        assertThat(mistakes(text)).as(text).isNotEmpty();
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  /** Mistakes in keys, kinds and ranges of single values are seen by both. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fastsim: 1 -> fastsim: 2",
        "fastsim: 1 -> fastsim: one",
        "name: checkout -> nam: checkout",
        "name: checkout -> name: 5",
        "name: checkout -> name: ' '",
        "{rate: 400/s} -> {}",
        "{rate: 400/s} -> {rate: 400}",
        "{rate: 400/s} -> {rate: fast}",
        "{rate: 400/s} -> {rate: 400/s, users: 5}",
        "{rate: 400/s} -> {rate: 400/s, proces: constant}",
        "{rate: 400/s} -> {rate: 400/s, process: uneven}",
        "{rate: 400/s} -> {users: 1}",
        "{rate: 400/s} -> {users: 0, requestsPerMinutePerUser: 1}",
        "{rate: 400/s} -> {users: 1, requestsPerMinutePerUser: 1, window: 5}",
        "steps: -> step:",
        "steps: -> variants:",
        "- cpu: -> - gpu:",
        "- cpu: -> - ram:",
        "name: work, -> ''",
        "exponential(1 ms) -> 1",
        "exponential(1 ms) -> '???'",
        "{latency: 3 ms} -> {latency: 3 ms, loss: 2}",
        "{latency: 3 ms} -> {latency: 3 ms, loss: a lot}",
        "{latency: 3 ms} -> 3 ms",
        "network: -> 'links: []\nnetwork:'",
        "services: -> 'simulation: {seed: 1.5}\nservices:'",
        "services: -> 'simulation: {replications: 0}\nservices:'",
        "services: -> 'faults: [{surge: {factor: 0, start: 1 s, duration: 1 s}}]\nservices:'",
        "services: -> 'faults: [{surge: {factor: 2, start: 1 s}}]\nservices:'",
        "services: -> 'faults: {surge: {factor: 2, start: 1 s, duration: 1 s}}\nservices:'",
        "services: -> 'faults: [{}]\nservices:'",
        "services: -> 'relays: gateway\nservices:'",
        "services: -> 'service:'",
        "p95: -> p999:",
        "p95: -> q95:",
        "endpoints: -> 'cores: 0\n    endpoints:'",
        "endpoints: -> 'cores: two\n    endpoints:'",
        "endpoints: -> 'ram: 2\n    endpoints:'",
        "endpoints: -> 'ram: 2 G\n    endpoints:'",
        "endpoints: -> 'balancer: fewest_in_transit\n    endpoints:'",
        "endpoints: -> 'prices: {core: 0.05/h}\n    endpoints:'",
        "endpoints: -> 'prices: {core: $36/month}\n    endpoints:'",
        "endpoints: -> 'prices: {cores: $0.05/h}\n    endpoints:'",
        "endpoints: -> 'pools: {db: {}}\n    endpoints:'",
        "endpoints: -> 'pools: {db: {size: 0}}\n    endpoints:'",
        "endpoints: -> 'rateLimiter: {}\n    endpoints:'",
      })
  void structuralMistakesAreSeenByBoth(String change) throws IOException {
    String[] sides = change.split(" -> ");
    String right =
        sides[1].startsWith("'") ? sides[1].substring(1, sides[1].length() - 1) : sides[1];
    String small = DocumentedExamples.yaml().get(1);
    assertThat(small).contains(sides[0]);
    String text = small.replace(sides[0], right);
    assertThat(errors(text)).as("by the schema").isNotEmpty();
    assertThat(mistakes(text)).as("by the reader").isNotEmpty();
  }

  @Test
  void copyOfTheSchemaInTheDocumentationIsCurrent() throws IOException {
    assertCurrent(COPY, ScenarioSchema.json());
  }

  @Test
  void jarHoldsTheSchemaAsAResource() throws IOException {
    try (InputStream resource = ScenarioSchema.class.getResourceAsStream("fastsim.schema.json")) {
      assertThat(resource).hasContent(ScenarioSchema.json());
    }
  }

  @Test
  void tablesOfKeysInTheDocumentationAreCurrent() throws IOException {
    String page = Files.readString(DocumentedExamples.PAGE);
    String begin = "<!-- keys -->\n";
    String end = "<!-- end of keys -->";
    int from = page.indexOf(begin) + begin.length();
    String current =
        page.substring(0, from)
            + KeyTables.of(ScenarioSchema.tree())
            + page.substring(page.indexOf(end));
    assertCurrent(DocumentedExamples.PAGE, current);
  }

  private static void assertCurrent(Path file, String text) throws IOException {
    if (WRITE) {
      Files.writeString(file, text);
    }
    assertThat(file)
        .as("%s; run this test with -Dfastsim.docs=write to write it", file)
        .hasContent(text);
  }

  private static List<YamlMistake> mistakes(String text) {
    try {
      Samples.load("f.yml", text);
      return List.of();
    } catch (InvalidFileException invalid) {
      return invalid.mistakes();
    }
  }

  private static List<?> errors(String text) {
    YamlDocument document = YamlDocument.parse("f.yml", text);
    document.findings().check();
    return SCHEMA.validate(json(document.root()), InputFormat.JSON);
  }

  /** The tree as JSON has it. */
  private static String json(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().values().stream()
          .map(entry -> quoted(entry.key()) + ":" + json(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream()
          .map(ScenarioSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.kind()) {
      case TEXT -> quoted(scalar.text());
      case NULL -> "null";
      case BOOLEAN -> Boolean.toString(scalar.text().equalsIgnoreCase("true"));
      case WHOLE, DECIMAL ->
          scalar.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?")
              ? scalar.text()
              : Numbers.finite(node).map(Object::toString).orElse(quoted(scalar.text()));
    };
  }

  private static String quoted(String text) {
    return Stream.of(text)
        .flatMapToInt(String::chars)
        .mapToObj(each -> "\\u%04x".formatted(each))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
