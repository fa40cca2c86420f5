package dev.fastsim.simulation;

import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Scenario;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes a scenario that fails smaller, as long as it still fails: greedily, until nothing smaller
 * fails or too much was tried.
 */
final class Shrinker {

  private static final int TRIES_MOST = 5000;

  /**
   * One way to make scenarios a bit smaller. What it makes may be no scenario at all, and is
   * refused by its constructor then; repeated, it must come to an end.
   */
  interface Way {
    Stream<Supplier<Scenario>> smaller(Scenario scenario);
  }

  /** Those that leave least come first. */
  private static final List<Way> WAYS =
      Stream.of(
              SmallerFaults.WAYS,
              SmallerRuns.WAYS,
              SmallerCalls.WAYS,
              SmallerTopology.WAYS,
              SmallerServices.WAYS,
              SmallerSteps.WAYS)
          .flatMap(List::stream)
          .toList();

  private final Predicate<Scenario> fails;
  private int tries;

  /**
   * @param fails what must stay true; where it throws, it is not
   */
  Shrinker(Predicate<Scenario> fails) {
    this.fails = fails;
  }

  /** The smallest scenario found that still fails. */
  Scenario shrink(Scenario failing) {
    Scenario smallest = failing;
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Way way : WAYS) {
        Optional<Scenario> next = next(way, smallest);
        while (next.isPresent()) {
          smallest = next.get();
          progress = true;
          next = next(way, smallest);
        }
      }
    }
    return smallest;
  }

  /** How many scenarios were tried. */
  int tries() {
    return tries;
  }

  private Optional<Scenario> next(Way way, Scenario scenario) {
    Iterator<Supplier<Scenario>> candidates = way.smaller(scenario).iterator();
    while (candidates.hasNext() && tries < TRIES_MOST) {
      Optional<Scenario> candidate = make(candidates.next());
      if (candidate.isPresent() && !candidate.get().equals(scenario) && fails(candidate.get())) {
        return candidate;
      }
    }
    return Optional.empty();
  }

  /** Empty if the parts do not fit. */
  private static Optional<Scenario> make(Supplier<Scenario> candidate) {
    try {
      return Optional.of(candidate.get());
    } catch (IllegalArgumentException | InvalidScenarioException misfit) {
      return Optional.empty();
    }
  }

  private boolean fails(Scenario scenario) {
    tries++;
    try {
      return fails.test(scenario);
    } catch (RuntimeException undecided) {
      return false;
    }
  }
}
