package dev.fastsim.yaml;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The languages that scenario files are written in, told apart by the keys at the top. */
@API(status = API.Status.EXPERIMENTAL)
public enum Dialect {
  /** FastSim's own: {@code fastsim: 1}. */
  FASTSIM(
      ScenarioShape.VERSION_KEY,
      FastSimReader::recognizes,
      (document, name) -> FastSimReader.read(document)),
  /** That of AsyncFlow v0.1.1: {@code rqs_input}, {@code topology_graph}, {@code sim_settings}. */
  ASYNCFLOW(
      "rqs_input and topology_graph",
      AsyncFlowReader::recognizes,
      (document, name) -> ReadScenario.withoutObjectives(AsyncFlowReader.read(document, name)));

  private final String keys;
  private final Predicate<YamlDocument> recognizes;
  private final BiFunction<YamlDocument, String, ReadScenario> reader;

  Dialect(
      String keys,
      Predicate<YamlDocument> recognizes,
      BiFunction<YamlDocument, String, ReadScenario> reader) {
    this.keys = keys;
    this.recognizes = recognizes;
    this.reader = reader;
  }

  /** Reads a document in the first dialect that recognizes it. */
  static LoadedScenario load(YamlDocument document, String name) {
    for (Dialect dialect : values()) {
      if (dialect.recognizes.test(document)) {
        ReadScenario read = dialect.reader.apply(document, name);
        return new LoadedScenario(
            read.scenario(),
            document.findings().warnings(),
            dialect,
            read.objectiveLines(),
            read.headroom());
      }
    }
    List<String> keys = Stream.of(values()).map(dialect -> dialect.keys).toList();
    document
        .findings()
        .mistake(
            document.root(),
            found(document.root()),
            "a mapping with the keys " + String.join(", or ", keys),
            "is this a scenario file?");
    throw document.findings().exception();
  }

  private static String found(YamlNode root) {
    return root instanceof YamlNode.Mapping mapping
        ? "a mapping with the keys " + Findings.list(mapping.entries().keySet())
        : root.found();
  }
}
