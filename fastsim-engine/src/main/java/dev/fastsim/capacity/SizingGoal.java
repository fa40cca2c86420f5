package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What is promised about the machines of a scenario.
 *
 * @param choices what can be had; at least one
 * @param maxCost what the cheapest that keep every promise may cost at most, by the prices of the
 *     scenario, in dollars an hour; infinite for any cost
 * @param declaredIsCheapest whether none that keep every promise may be cheaper than the scenario's
 */
@API(status = API.Status.EXPERIMENTAL)
public record SizingGoal(List<Choice> choices, double maxCost, boolean declaredIsCheapest) {

  /** Absorbs rounding of sums of prices. */
  private static final double ROUNDING = 1e-9;

  public SizingGoal {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to choose from; give at least one of replicas, cores, ram, pools");
    } else if (!(maxCost >= 0)) {
      throw new IllegalArgumentException("maxCost must not be negative, but is " + maxCost);
    } else if (Double.isInfinite(maxCost) && !declaredIsCheapest) {
      throw new IllegalArgumentException(
          "it promises nothing; give maxCost, or declaredIsCheapest = true");
    }
  }

  /** In words: {@code cost of size <= 4.5}, {@code declared size is the cheapest}. */
  public static String text(double maxCost, boolean declaredIsCheapest) {
    List<String> parts = new ArrayList<>();
    if (declaredIsCheapest) {
      parts.add("declared size is the cheapest");
    }
    if (Double.isFinite(maxCost) || parts.isEmpty()) {
      parts.add("cost of size <= " + (Double.isFinite(maxCost) ? Decimals.exact(maxCost) : "any"));
    }
    return String.join(", ", parts);
  }

  /** In words. */
  public String text() {
    return text(maxCost, declaredIsCheapest);
  }

  /** Searches the grid. */
  public Sizing search(Scenario scenario, ProgressMonitor monitor) {
    return Sizing.of(scenario, choices, monitor);
  }

  /**
   * Why a promise is not kept; empty if all are.
   *
   * @param sizing what was found
   * @param declared the scenario as it is
   */
  public Optional<String> shortfall(Sizing sizing, Assessment declared) {
    Scenario scenario = declared.result().scenario();
    Optional<Configuration> cheapest = sizing.cheapest();
    if (cheapest.isEmpty()) {
      return Optional.of(
          "no configuration of the %d keeps every SLA".formatted(sizing.combinations()));
    } else if (cheapest.get().cost() > maxCost * (1 + ROUNDING)) {
      return Optional.of(
          "the cheapest that keeps every SLA has " + cheapest.get().costText(scenario));
    } else if (!declaredIsCheapest) {
      return Optional.empty();
    }
    double cost = Prices.perHour(Sizing.priced(scenario)).doubleValue();
    Optional<Verdict> broken =
        declared.verdicts().stream()
            .filter(verdict -> verdict.decision() != Decision.PASS)
            .findFirst();
    if (broken.isPresent()) {
      return Optional.of(
          "the declared size, of cost %s, does not keep %s"
              .formatted(Configuration.format(cost), broken.get().objective().text()));
    } else if (cost > cheapest.get().cost() * (1 + ROUNDING)) {
      return Optional.of(
          "the declared size costs %s, but there is %s"
              .formatted(Configuration.format(cost), cheapest.get().costText(scenario)));
    }
    return Optional.empty();
  }
}
