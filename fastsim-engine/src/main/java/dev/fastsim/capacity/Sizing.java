package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The machines that keep the promises, with nothing in them to spare: the frontier of a grid of
 * choices. A configuration is on it if it keeps every promise, and none with less of something and
 * more of nothing does. The cheapest is one of them, whatever the prices.
 *
 * <p>More of a resource is taken to be never worse, so that one simulation decides on all
 * configurations above one that passes and below one that fails; along the longest choice the
 * border is found by bisection. A configuration whose cores cannot do the work that requests bring
 * (a utilization of 100%) is refused without a simulation, unless its service turns requests away
 * when they queue ({@code maxQueue}): its queue grows without end, even if a short run passes. What
 * the neighbours above the cheapest say to the contrary is reported as {@linkplain #violations()
 * violations}.
 *
 * @param scenario what was sized
 * @param frontier by cost, then by how little there is of everything; empty if no configuration of
 *     the grid keeps the promises
 * @param combinations in the grid
 * @param simulated how many of them were simulated
 * @param violations in words; empty if there are none
 */
@API(status = API.Status.EXPERIMENTAL)
public record Sizing(
    Scenario scenario,
    List<Configuration> frontier,
    long combinations,
    int simulated,
    List<String> violations) {

  /** Most combinations of a grid. */
  public static final long MOST = 1_000_000;

  public Sizing {
    frontier = List.copyOf(frontier);
    violations = List.copyOf(violations);
  }

  /**
   * Searches.
   *
   * @param scenario with at least one promise; each configuration is simulated with as many
   *     replications as are run in any case
   * @param choices at least one, of different parameters
   * @param prices of the machines of every service, to order the frontier by
   * @param monitor may cancel the search
   * @throws IllegalArgumentException if nothing is promised, or the choices are none, or of things
   *     that there are not, or more than a million combinations
   */
  public static Sizing of(
      Scenario scenario, List<Choice> choices, Prices prices, ProgressMonitor monitor) {
    return search(scenario.withPrices(prices), choices, monitor);
  }

  /**
   * Searches, with the frontier in the order of what the machines cost by the scenario's own
   * prices; where it has none, a core costs a dollar an hour and nothing else does.
   *
   * @param scenario with at least one promise; each configuration is simulated with as many
   *     replications as are run in any case
   * @param choices at least one, of different parameters
   * @param monitor may cancel the search
   * @throws IllegalArgumentException if nothing is promised, or the choices are none, or of things
   *     that there are not, or more than a million combinations
   */
  public static Sizing of(Scenario scenario, List<Choice> choices, ProgressMonitor monitor) {
    return search(priced(scenario), choices, monitor);
  }

  /** The scenario with the prices that are taken if it has none. */
  static Scenario priced(Scenario scenario) {
    return scenario.services().stream().allMatch(service -> service.prices().areNone())
        ? scenario.withPrices(Prices.CORES_ALONE)
        : scenario;
  }

  private static Sizing search(Scenario scenario, List<Choice> choices, ProgressMonitor monitor) {
    if (scenario.objectives().isEmpty()) {
      throw new IllegalArgumentException(
          "there is no size for %s: it promises nothing; give it an SLA"
              .formatted(scenario.name()));
    }
    Grid grid = new Grid(choices);
    for (Choice choice : choices) {
      choice.parameter().in(scenario);
    }
    int replications = scenario.runs().replications();
    Scenario sized = scenario.withRuns(scenario.runs().withReplications(replications));
    SizingSearch search = new SizingSearch(sized, grid, monitor);
    List<Configuration> frontier =
        search.frontier().stream()
            .sorted(
                Comparator.comparingDouble(Configuration::cost)
                    .thenComparing(
                        each -> each.settings().stream().mapToDouble(s -> s.value()).sum()))
            .toList();
    return new Sizing(
        sized.withoutWhatIfs(),
        frontier,
        grid.combinations(),
        search.simulated(),
        search.violations());
  }

  /** The cheapest; empty if no configuration keeps the promises. */
  public Optional<Configuration> cheapest() {
    return frontier.stream().findFirst();
  }
}
