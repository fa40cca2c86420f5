package dev.fastsim.report;

import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.ScenarioText;
import java.util.ArrayList;
import java.util.List;

/** The scenario and the seed: all it takes to get the same numbers again. */
final class ReproduceSection {

  private ReproduceSection() {}

  static Section of(Scenario scenario) {
    String lead =
        "The same scenario and the seed %d give the same numbers on every machine."
            .formatted(scenario.runs().seed());
    List<String> lines = new ArrayList<>();
    Prose.Kind kind = Prose.Kind.PREFORMATTED;
    try {
      lines.add("# Save as scenario.yml, then: fastsim run scenario.yml");
      lines.addAll(ScenarioText.of(scenario).lines().toList());
    } catch (IllegalArgumentException unwritable) {
      kind = Prose.Kind.PARAGRAPHS;
      lines.clear();
      lines.add(
          "No scenario file can say it (%s); run the class again, with fastsim.seed=%d."
              .formatted(unwritable.getMessage(), scenario.runs().seed()));
    }
    return new Section("reproduce", "Reproduce it", lead, List.of(new Prose(kind, lines)));
  }
}
