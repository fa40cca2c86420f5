package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Finds what would fix a breach: for each parameter that may matter, the smallest change of it with
 * which the promise is kept, found by simulation with the same random numbers.
 *
 * <p>Which parameters may matter is read off the breach: those behind the waits of the slow tail,
 * and the step that takes most of it ({@link Suspects}). Counts and sizes are doubled until the
 * promise is kept and then bisected; factors are bisected to 1 part in 50. That takes for granted
 * that more of a resource never makes things worse.
 *
 * <p>The search is bounded by simulated events and by nothing else, so that it finds the same on
 * every machine. A trial is shorter than the runs of the breach, and begins with a look that is
 * shorter still, which is enough wherever the interval lies clearly within the limit or beyond.
 * What is proposed has passed a whole trial: its own interval lies within the limit.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Remedies {

  /** Events that the search for the remedies of one breach may simulate: less than a second. */
  public static final long BUDGET = 4_000_000;

  private static final int TRIALS = 25;
  private static final int LOOKS_IN_A_TRIAL = 6;
  private static final int TIMES_MOST = 16;
  private static final double FACTOR_LEAST = 0.05;
  private static final double FACTOR_STEPS = 50;

  private final SimulationResult breached;
  private final long budget;
  private final Trials looks;
  private final Trials trials;

  /** What was found before, so that asking again costs nothing and gives the same. */
  private final Map<Verdict, Optional<Findings>> answered = new HashMap<>();

  /** What each change would do to all promises; empty where it is not possible. */
  private final Map<Change, List<Verdict>> looked = new HashMap<>();

  private final Map<Change, List<Verdict>> tried = new HashMap<>();

  /**
   * @param breached what was simulated
   * @param budget events that may be simulated for one promise; 0 for no search
   * @param monitor may cancel the search
   */
  public Remedies(SimulationResult breached, long budget, ProgressMonitor monitor) {
    this.breached = breached;
    this.budget = budget;
    this.looks = trials(budget / TRIALS / LOOKS_IN_A_TRIAL, monitor);
    this.trials = trials(budget / TRIALS, monitor);
  }

  private Trials trials(long events, ProgressMonitor monitor) {
    Scenario quick = QuickRuns.of(breached, Math.max(1, events));
    return new Trials(QuickRuns.withWarmUp(quick, breached.warmUp()), monitor);
  }

  /**
   * What was found, and whether the search came to its end.
   *
   * @param found the remedies, those of resources first, then a faster step, then less traffic
   * @param tried the parameters that were changed
   * @param complete false if the budget did not suffice
   * @param events simulated for it
   */
  public record Findings(List<Remedy> found, List<Parameter> tried, boolean complete, long events) {

    public Findings {
      found = List.copyOf(found);
      tried = List.copyOf(tried);
    }

    /** In words, without an indent: {@code it would pass with: cores 1 -> 2 (p95 71 ms)}. */
    public String text() {
      String rest = complete ? "" : " (the search ended at its limit of simulated events)";
      if (found.isEmpty()) {
        String names = tried.stream().map(Parameter::text).collect(Collectors.joining(", "));
        return "no change of a single one of these would make it pass: " + names + rest;
      }
      List<String> texts = found.stream().map(Remedy::text).toList();
      String last = texts.get(texts.size() - 1);
      String first = String.join(", ", texts.subList(0, texts.size() - 1));
      return "it would pass with: " + (first.isEmpty() ? last : first + ", or " + last) + rest;
    }
  }

  /** Looks for remedies; finds none for a promise that is not broken, or without a budget. */
  public Optional<Findings> of(Verdict breach) {
    if (budget == 0 || breach.decision() != Decision.FAIL || breach.measured().isUnknown()) {
      return Optional.empty();
    }
    return answered.computeIfAbsent(breach, this::search);
  }

  private Optional<Findings> search(Verdict breach) {
    List<Parameter> suspects = Suspects.of(breached, breach.objective());
    if (suspects.isEmpty()) {
      return Optional.empty();
    }
    long start = events();
    long end = start + budget;
    List<Remedy> found = new ArrayList<>();
    boolean complete = true;
    for (Parameter suspect : suspects) {
      Search search = new Search(breach.objective(), suspect, end);
      search.smallest().ifPresent(found::add);
      complete &= search.complete;
    }
    return Optional.of(new Findings(found, suspects, complete, events() - start));
  }

  private long events() {
    return looks.events() + trials.events();
  }

  private List<Verdict> verdicts(Trials simulations, Change change) {
    return simulations
        .with(List.of(change))
        .map(result -> Judge.judge(result, breached.scenario().objectives()))
        .orElse(List.of());
  }

  /** The search for one parameter. */
  private final class Search {
    private final Objective objective;
    private final Parameter parameter;
    private final long end;
    private boolean complete = true;

    Search(Objective objective, Parameter parameter, long end) {
      this.objective = objective;
      this.parameter = parameter;
      this.end = end;
    }

    /** Begins anew if what passed at a look does not pass its whole trial. */
    Optional<Remedy> smallest() {
      OptionalDouble best;
      Optional<Remedy> remedy = Optional.empty();
      do {
        best = parameter.isFactor() ? largestFactor() : smallestCount();
        if (best.isPresent()) {
          remedy = remedy(best.getAsDouble());
        }
      } while (best.isPresent() && remedy.isEmpty() && complete);
      return remedy;
    }

    private Optional<Remedy> remedy(double value) {
      Change change = new Change.Setting(parameter, value);
      return trial(change)
          .filter(verdict -> verdict.decision() == Decision.PASS)
          .map(verdict -> new Remedy(change, trials.scenario(), verdict));
    }

    /** Whether the promise is kept with a value; not if the budget is used up. */
    private boolean passes(double value) {
      Change change = new Change.Setting(parameter, value);
      if (!tried.containsKey(change) && !looked.containsKey(change) && events() >= end) {
        complete = false;
        return false;
      }
      return (tried.containsKey(change) ? trial(change) : look(change))
          .filter(verdict -> verdict.decision() == Decision.PASS)
          .isPresent();
    }

    private Optional<Verdict> look(Change change) {
      if (looks.scenario().runs().equals(trials.scenario().runs())) {
        return trial(change);
      }
      return mine(looked.computeIfAbsent(change, each -> verdicts(looks, each)))
          .flatMap(
              verdict ->
                  verdict.decision() == Decision.INCONCLUSIVE
                      ? trial(change)
                      : Optional.of(verdict));
    }

    private Optional<Verdict> trial(Change change) {
      return mine(tried.computeIfAbsent(change, each -> verdicts(trials, each)));
    }

    private Optional<Verdict> mine(List<Verdict> verdicts) {
      return verdicts.stream().filter(verdict -> verdict.objective().equals(objective)).findFirst();
    }

    private OptionalDouble smallestCount() {
      double present = parameter.in(trials.scenario());
      double grain = parameter instanceof Parameter.Ram ? present : 1;
      double passes = present * TIMES_MOST;
      if (!passes(passes)) {
        return OptionalDouble.empty();
      }
      double fails = present;
      for (double more = grain; present + more < passes; more *= 2) {
        if (passes(present + more)) {
          passes = present + more;
        } else {
          fails = present + more;
        }
      }
      while (passes - fails > grain && complete) {
        double middle = fails + Math.rint((passes - fails) / grain / 2) * grain;
        if (passes(middle)) {
          passes = middle;
        } else {
          fails = middle;
        }
      }
      return OptionalDouble.of(passes);
    }

    private OptionalDouble largestFactor() {
      if (!passes(FACTOR_LEAST)) {
        return OptionalDouble.empty();
      }
      double best = FACTOR_LEAST;
      int passes = (int) Math.ceil(FACTOR_LEAST * FACTOR_STEPS);
      int fails = (int) FACTOR_STEPS;
      while (fails - passes > 1 && complete) {
        int middle = (passes + fails) / 2;
        if (passes(middle / FACTOR_STEPS)) {
          best = middle / FACTOR_STEPS;
          passes = middle;
        } else {
          fails = middle;
        }
      }
      return OptionalDouble.of(best);
    }
  }
}
