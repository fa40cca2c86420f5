package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The simulator against a slow and obvious one, exactly, over many random scenarios; see {@link
 * Comparison} for what is compared. A scenario on which they differ is shrunk and written to a
 * file.
 *
 * <p>The scenarios are always the same, unless {@value #SCENARIOS} asks for a number of them: then
 * they are other ones each time, or begin with the one of the seed {@value #SEED}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceTest {

  private static final String SCENARIOS = "fastsim.reference.scenarios";
  private static final String SEED = "fastsim.reference.seed";
  private static final int USUALLY = 3000;
  private static final Path FOLDER = Path.of("target", "reference");

  private final int scenarios = Integer.getInteger(SCENARIOS, USUALLY);
  private final Campaign campaign =
      new Campaign(Comparison.SIMULATOR, Long.getLong(SEED, firstSeed()), scenarios);

  private static long firstSeed() {
    boolean isUsual = System.getProperty(SCENARIOS) == null;
    return isUsual ? 0 : ThreadLocalRandom.current().nextInt(1 << 30);
  }

  @BeforeAll
  void play() {
    campaign.play();
  }

  @Test
  void everyRequestEndsAtTheSameNanosecondAndEveryMeasureIsTheSame() throws IOException {
    List<Long> seeds = campaign.differing();
    if (!seeds.isEmpty()) {
      long seed = seeds.get(0);
      Scenario scenario = RandomScenarios.of(seed);
      Disagreement first =
          Disagreement.of(Comparison.SIMULATOR, scenario, Campaign.replication(seed));
      fail(
          """
          %s
          As it was found, it is played by -D%s=%d -D%s=1.
          %d of %d scenarios differ, those of the seeds %s.
          """
              .formatted(
                  first.tell(FOLDER), SEED, seed, SCENARIOS, seeds.size(), scenarios, seeds));
    }
  }

  @Test
  void scenariosShowEveryFeatureOftenEnough() {
    assumeThat(scenarios).as("enough scenarios to tell").isGreaterThanOrEqualTo(USUALLY);
    assertThat(campaign.missing()).isEmpty();
  }
}
