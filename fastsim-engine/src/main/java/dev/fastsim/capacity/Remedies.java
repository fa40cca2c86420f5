package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>The search is bounded by simulated requests and by nothing else, so that it finds the same on
 * every machine. Trials are shorter than the runs of the breach; they pass when their own interval
 * lies within the limit.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Remedies {

  /** Requests that the search for the remedies of one breach may simulate: about a second. */
  public static final long BUDGET = 2_000_000;

  private static final int TRIALS = 25;
  private static final int TIMES_MOST = 16;
  private static final double FACTOR_LEAST = 0.05;
  private static final double FACTOR_STEPS = 50;

  private final SimulationResult breached;
  private final long budget;
  private final Trials trials;

  /** What was found before, so that asking again costs nothing and gives the same. */
  private final Map<Verdict, Optional<Findings>> answered = new HashMap<>();

  /** What each change would do to all promises; empty where it is not possible. */
  private final Map<Change, List<Verdict>> tried = new HashMap<>();

  /**
   * @param breached what was simulated
   * @param budget requests that may be simulated for one promise; 0 for no search
   * @param monitor may cancel the search
   */
  public Remedies(SimulationResult breached, long budget, ProgressMonitor monitor) {
    this.breached = breached;
    this.budget = budget;
    this.trials =
        new Trials(QuickRuns.of(breached.scenario(), Math.max(1, budget / TRIALS)), monitor);
  }

  /**
   * What was found, and whether the search came to its end.
   *
   * @param found the remedies, those of resources first, then a faster step, then less traffic
   * @param tried the parameters that were changed
   * @param complete false if the budget did not suffice
   */
  public record Findings(List<Remedy> found, List<Parameter> tried, boolean complete) {

    public Findings {
      found = List.copyOf(found);
      tried = List.copyOf(tried);
    }

    /** In words, without an indent: {@code it would pass with: cores 1 -> 2 (p95 71 ms)}. */
    public String text() {
      String rest = complete ? "" : " (the search ended at its limit of simulated requests)";
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
    long end = trials.requests() + budget;
    List<Remedy> found = new ArrayList<>();
    boolean complete = true;
    for (Parameter suspect : suspects) {
      Search search = new Search(breach.objective(), suspect, end);
      search.smallest().ifPresent(found::add);
      complete &= search.complete;
    }
    return Optional.of(new Findings(found, suspects, complete));
  }

  private List<Verdict> verdicts(Change change) {
    return trials
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

    Optional<Remedy> smallest() {
      return parameter.isFactor() ? largestFactor() : smallestCount();
    }

    /** The remedy of a value; empty if it is none, or the budget is used up. */
    private Optional<Remedy> at(double value) {
      Change change = new Change.Setting(parameter, value);
      if (!tried.containsKey(change) && trials.requests() >= end) {
        complete = false;
        return Optional.empty();
      }
      return tried.computeIfAbsent(change, Remedies.this::verdicts).stream()
          .filter(verdict -> verdict.objective().equals(objective))
          .filter(verdict -> verdict.decision() == Decision.PASS)
          .findFirst()
          .map(verdict -> new Remedy(change, trials.scenario(), verdict));
    }

    private Optional<Remedy> smallestCount() {
      double present = parameter.in(trials.scenario());
      double grain = parameter instanceof Parameter.Ram ? present : 1;
      double most = present * TIMES_MOST;
      Optional<Remedy> best = at(most);
      if (best.isEmpty()) {
        return best;
      }
      double fails = present;
      double passes = most;
      for (double more = grain; present + more < most; more *= 2) {
        Optional<Remedy> remedy = at(present + more);
        if (remedy.isPresent()) {
          best = remedy;
          passes = present + more;
          break;
        }
        fails = present + more;
      }
      while (passes - fails > grain && complete) {
        double middle = fails + Math.rint((passes - fails) / grain / 2) * grain;
        Optional<Remedy> remedy = at(middle);
        if (remedy.isPresent()) {
          best = remedy;
          passes = middle;
        } else {
          fails = middle;
        }
      }
      return best;
    }

    private Optional<Remedy> largestFactor() {
      Optional<Remedy> best = at(FACTOR_LEAST);
      int passes = (int) Math.ceil(FACTOR_LEAST * FACTOR_STEPS);
      int fails = (int) FACTOR_STEPS;
      while (best.isPresent() && fails - passes > 1 && complete) {
        int middle = (passes + fails) / 2;
        Optional<Remedy> remedy = at(middle / FACTOR_STEPS);
        if (remedy.isPresent()) {
          best = remedy;
          passes = middle;
        } else {
          fails = middle;
        }
      }
      return best;
    }
  }
}
