package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How much traffic a scenario has room for: the largest multiple at which every promise is shown to
 * be kept, to one part in a hundred.
 *
 * <p>The traffic is doubled (or halved) until a promise is broken (or all are kept), then bisected.
 * Every trial meets the same random numbers, only closer together. Bisection takes for granted that
 * what fails at some traffic fails at more; the trials are checked for that, and two more are made
 * well below the answer. What contradicts is reported as {@linkplain #violations() violations}.
 *
 * @param factor largest multiple of the traffic at which all was kept; 0 if something was broken
 *     down to 1/64
 * @param broken smallest multiple above it at which something was not shown to be kept; infinite if
 *     all was kept up to 64 times the traffic
 * @param limiting the first promise that was not shown to be kept at {@code broken}
 * @param trials all that was tried, by factor
 */
@API(status = API.Status.EXPERIMENTAL)
public record Headroom(
    double factor, double broken, Optional<Verdict> limiting, List<Trial> trials) {

  /** Most times, and with its reciprocal the smallest part, of the traffic that is tried. */
  public static final double MOST = 64;

  /** Events that {@link #estimate} may simulate. */
  public static final long BUDGET = 4_000_000;

  private static final double PRECISION = 0.01;
  private static final double ROUGH_PRECISION = 0.02;
  private static final int ROUGH_TRIALS = 20;

  public Headroom {
    trials = trials.stream().sorted(Comparator.comparingDouble(Trial::factor)).toList();
  }

  /**
   * One multiple of the traffic.
   *
   * @param factor how many times the traffic
   * @param verdicts on all promises
   */
  public record Trial(double factor, List<Verdict> verdicts) {

    public Trial {
      verdicts = List.copyOf(verdicts);
    }

    /** Whether every promise is shown to be kept. */
    public boolean isKept() {
      return verdicts.stream().allMatch(verdict -> verdict.decision() == Decision.PASS);
    }

    /** In words: {@code 1.09x kept}. */
    public String text() {
      return times(factor) + (isKept() ? " kept" : " not kept");
    }

    private Optional<Verdict> broken() {
      return verdicts.stream()
          .filter(verdict -> verdict.decision() != Decision.PASS)
          .min(Comparator.comparing(verdict -> verdict.decision() == Decision.INCONCLUSIVE));
    }
  }

  /**
   * Searches.
   *
   * @param scenario with at least one promise; each trial makes as many replications as it makes in
   *     any case
   * @param monitor may cancel the search
   * @throws IllegalArgumentException if nothing is promised
   */
  public static Headroom of(Scenario scenario, ProgressMonitor monitor) {
    if (scenario.objectives().isEmpty()) {
      throw new IllegalArgumentException(
          "there is no headroom of %s: it promises nothing; give it an SLA"
              .formatted(scenario.name()));
    }
    int replications = scenario.runs().replications();
    Scenario fixed = scenario.withRuns(scenario.runs().withReplications(replications));
    return new Search(fixed, PRECISION, Long.MAX_VALUE, monitor).run();
  }

  /**
   * About how much traffic there is room for, at a bounded cost: by shorter runs, to one part in
   * fifty, or as close as the budget allows; {@link #broken} then tells how close that is.
   *
   * @param kept what keeps all of at least one promise
   * @param budget events that may be simulated; trials do not begin after its end
   * @param monitor may cancel the search
   */
  public static Headroom estimate(Assessment kept, long budget, ProgressMonitor monitor) {
    Scenario quick = QuickRuns.of(kept.result(), Math.max(1, budget / ROUGH_TRIALS));
    Search search = new Search(quick, ROUGH_PRECISION, budget, monitor);
    return search.above(new Trial(1, kept.verdicts()));
  }

  /** Pairs of trials that contradict that more traffic is harder; empty if there are none. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>();
    for (Trial lower : trials) {
      for (Trial higher : trials) {
        if (lower.factor() < higher.factor() && !lower.isKept() && higher.isKept()) {
          violations.add(
              "%s is not kept at %s of the traffic, but all is kept at %s"
                  .formatted(
                      lower.broken().orElseThrow().objective().text(),
                      times(lower.factor()),
                      times(higher.factor())));
        }
      }
    }
    return violations;
  }

  /** In words: {@code 1.52x of this traffic; at 1.53x p95 is 119.3 ms (95% CI ...)}. */
  public String text() {
    String room = factor == 0 ? "none" : times(factor) + " of this traffic";
    return room
        + limiting
            .map(
                verdict ->
                    "; at %s %s%s is %s%s"
                        .formatted(
                            times(broken),
                            verdict.objective().subject().map(name -> name + " ").orElse(""),
                            verdict.objective().metricText(),
                            verdict.objective().valueText(verdict.measured().value()),
                            verdict
                                .measured()
                                .intervalText(verdict.objective()::valueText)
                                .map(" (%s)"::formatted)
                                .orElse("")))
            .orElse(" at least");
  }

  static String times(double factor) {
    return Decimals.exact(
            new BigDecimal(factor)
                .setScale(factor < 0.1 ? 4 : 3, RoundingMode.HALF_UP)
                .doubleValue())
        + "x";
  }

  private static final class Search {
    private final Trials trials;
    private final double precision;
    private final long budget;
    private final List<Trial> made = new ArrayList<>();

    Search(Scenario scenario, double precision, long budget, ProgressMonitor monitor) {
      this.trials = new Trials(scenario, monitor);
      this.precision = precision;
      this.budget = budget;
    }

    Headroom run() {
      Trial first = at(1);
      Headroom found = first.isKept() ? above(first) : below(first);
      if (found.factor() > 0) {
        at(found.factor() * 0.5);
        at(found.factor() * 0.8);
      }
      return new Headroom(found.factor(), found.broken(), found.limiting(), made);
    }

    /** Goes up from what is kept. */
    Headroom above(Trial first) {
      Trial kept = first;
      Trial broken = new Trial(Double.POSITIVE_INFINITY, List.of());
      while (kept.factor() < MOST && Double.isInfinite(broken.factor()) && isAffordable()) {
        Trial next = at(2 * kept.factor());
        kept = next.isKept() ? next : kept;
        broken = next.isKept() ? broken : next;
      }
      return between(kept, broken);
    }

    /** Goes down from what is not kept. */
    private Headroom below(Trial first) {
      Trial kept = new Trial(0, List.of());
      Trial broken = first;
      while (kept.factor() == 0 && broken.factor() > 1 / MOST) {
        Trial next = at(broken.factor() / 2);
        kept = next.isKept() ? next : kept;
        broken = next.isKept() ? broken : next;
      }
      return between(kept, broken);
    }

    private Headroom between(Trial highestKept, Trial lowestBroken) {
      Trial kept = highestKept;
      Trial broken = lowestBroken;
      while (kept.factor() > 0
          && Double.isFinite(broken.factor())
          && broken.factor() - kept.factor() > precision * kept.factor()
          && isAffordable()) {
        Trial middle = at((kept.factor() + broken.factor()) / 2);
        kept = middle.isKept() ? middle : kept;
        broken = middle.isKept() ? broken : middle;
      }
      return new Headroom(kept.factor(), broken.factor(), broken.broken(), made);
    }

    private boolean isAffordable() {
      return trials.events() < budget;
    }

    private Trial at(double factor) {
      SimulationResult result =
          trials
              .with(List.of(Change.traffic(factor)))
              .orElseThrow(() -> new IllegalStateException("traffic can always be changed"));
      Trial trial = new Trial(factor, Judge.judge(result, result.scenario().objectives()));
      made.add(trial);
      return trial;
    }
  }
}
