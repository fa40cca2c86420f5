package dev.fastsim.yaml;

import dev.fastsim.scenario.InvalidScenarioException;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads FastSim's own dialect. */
final class FastSimReader {

  private FastSimReader() {}

  /** Whether a document says that it is in this dialect. */
  static boolean recognizes(YamlDocument document) {
    return document.root() instanceof YamlNode.Mapping mapping
        && mapping.entry(ScenarioShape.VERSION_KEY).isPresent();
  }

  /**
   * Makes the scenario.
   *
   * @throws InvalidFileException with all mistakes in single values; if there are none, with all in
   *     how they fit together
   */
  static ReadScenario read(YamlDocument written) {
    YamlDocument document = SettingsReferences.resolve(written);
    Findings findings = document.findings();
    Optional<ScenarioParts> read = ScenarioShape.ROOT.read(document.root(), findings);
    findings.check();
    ScenarioParts parts = read.orElseThrow();
    ScenarioPlaces places = new ScenarioPlaces(document.root(), parts);
    try {
      return new ReadScenario(
          parts.scenario(),
          places.objectiveLines(),
          parts.headroom().map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    } catch (InvalidScenarioException invalid) {
      for (String mistake : invalid.mistakes()) {
        findings.mistake(places.of(mistake), "", Quote.sentence(mistake));
      }
      throw findings.exception();
    }
  }
}
