package dev.fastsim.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.RunPlan;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {

  private static RunPlan plan(int replications, int most) {
    return new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 1, replications, most);
  }

  @ParameterizedTest
  @CsvSource({"8, 32", "2, 100", "1, 100000", "5, 6", "8, 8", "3, 12"})
  void whatMayGoWrongOnOneSideIsFourPercentOverAllLooks(int replications, int most) {
    RunPlan plan = plan(replications, most);
    double wrong = 0;
    for (long n = replications; n < most; n *= 2) {
      wrong += (1 - Looks.confidence(plan, (int) n)) / 2;
    }
    wrong += (1 - Looks.confidence(plan, most)) / 2;
    assertThat(wrong).isCloseTo(replications == most ? 0.025 : 0.04, within(1e-12));
  }

  /** So that an interval shown with a verdict is on the verdict's side. */
  @ParameterizedTest
  @CsvSource({"8, 32, 0.985", "16, 32, 0.985", "32, 32, 0.95", "2, 4, 0.97", "2, 100, 0.995"})
  void noLookTakesLessThanTheIntervalThatIsShown(int n, int most, double confidence) {
    int first = most == 32 ? 8 : 2;
    assertThat(Looks.confidence(plan(first, most), n)).isCloseTo(confidence, within(0.002));
  }
}
