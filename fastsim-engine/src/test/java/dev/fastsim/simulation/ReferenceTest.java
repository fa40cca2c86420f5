package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The simulator against a slow and obvious one, exactly, over many random scenarios; see {@link
 * Comparison} for what is compared.
 *
 * <p>The scenarios are always the same, unless {@value #SCENARIOS} asks for a number of them. These
 * are other ones each time, unless {@value #SEED} gives the seed of the first.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceTest {

  private static final String SCENARIOS = "fastsim.reference.scenarios";
  private static final String SEED = "fastsim.reference.seed";
  private static final int USUALLY = 3000;

  private final int scenarios = Integer.getInteger(SCENARIOS, USUALLY);
  private final long firstSeed =
      Long.getLong(
          SEED,
          System.getProperty(SCENARIOS) == null ? 0 : ThreadLocalRandom.current().nextInt(1 << 30));
  private final Campaign campaign = new Campaign(Comparison.SIMULATOR, firstSeed, scenarios);

  @BeforeAll
  void play() {
    campaign.play();
  }

  @Test
  void everyRequestEndsAtTheSameNanosecondAndEveryMeasureIsTheSame() {
    List<Long> differing = campaign.differing();
    assertThat(differing).isEmpty();
  }

  @Test
  void scenariosShowEveryFeatureOftenEnough() {
    assumeThat(scenarios).as("enough scenarios to tell").isGreaterThanOrEqualTo(USUALLY);
    assertThat(campaign.missing()).isEmpty();
  }
}
