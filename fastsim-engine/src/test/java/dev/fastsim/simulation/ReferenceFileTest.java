package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.ScenarioFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The simulator against the reference on the scenario of a file, such as ReferenceTest writes. */
@EnabledIfSystemProperty(named = ReferenceFileTest.FILE, matches = ".+")
class ReferenceFileTest {

  static final String FILE = "fastsim.reference.file";

  @Test
  void everyReplicationIsPlayedInTheSameWay() {
    Scenario scenario = ScenarioFile.load(Path.of(System.getProperty(FILE))).scenario();
    for (int i = 0; i < scenario.runs().replications(); i++) {
      Comparison comparison = new Comparison(Comparison.SIMULATOR, scenario, i);
      assertThat(comparison.differences()).as("replication %d", i).isEmpty();
    }
  }
}
