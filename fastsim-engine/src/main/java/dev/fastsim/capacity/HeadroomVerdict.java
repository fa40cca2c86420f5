package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Decimals;
import java.util.Comparator;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Whether every promise is kept at so many times the traffic, and how much there is room for. The
 * first is judged like any promise, with more replications while it is open.
 *
 * @param min how many times the traffic
 * @param asked the scenario with so much traffic
 * @param headroom what there is room for
 */
@API(status = API.Status.EXPERIMENTAL)
public record HeadroomVerdict(double min, Assessment asked, Headroom headroom) {

  /**
   * Simulates and searches; what-ifs are not looked at.
   *
   * @param scenario with at least one promise
   * @param min positive and finite
   * @param monitor may cancel it
   * @throws IllegalArgumentException if nothing is promised
   */
  public static HeadroomVerdict of(Scenario scenario, double min, ProgressMonitor monitor) {
    Scenario plain = scenario.withoutWhatIfs();
    return new HeadroomVerdict(
        min,
        Assessment.of(Change.traffic(min).applyTo(plain), monitor),
        Headroom.of(plain, monitor));
  }

  /** The promise in words: {@code headroom >= 1.3x}. */
  public static String promiseText(double min) {
    return "headroom >= %sx".formatted(Decimals.exact(min));
  }

  /** PASS if every promise is kept, FAIL if one is broken. */
  public Decision decision() {
    return broken().map(Verdict::decision).orElse(Decision.PASS);
  }

  /** The first promise that is broken at so much traffic, or else the first that is open. */
  private Optional<Verdict> broken() {
    return asked.verdicts().stream()
        .filter(verdict -> verdict.decision() != Decision.PASS)
        .min(Comparator.comparing(verdict -> verdict.decision() == Decision.INCONCLUSIVE));
  }

  /** In words: the promise, the room that there is, and what is not kept. */
  public String text() {
    return "%s: was %s%s"
        .formatted(
            promiseText(min),
            headroom.text(),
            broken()
                .map(
                    verdict ->
                        "\n  at %sx: %s"
                            .formatted(
                                Decimals.exact(min), Explanation.of(asked.result(), verdict)))
                .orElse(""));
  }
}
