package dev.fastsim.capacity;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.sla.Judge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Walks along the border between configurations that keep the promises and those that do not. */
final class SizingSearch {

  private final Grid grid;
  private final Trials trials;

  /** What was simulated; empty where that is not possible. */
  private final Map<List<Integer>, Optional<Configuration>> simulated = new HashMap<>();

  private final List<List<Integer>> kept = new ArrayList<>();
  private final List<List<Integer>> broken = new ArrayList<>();

  /** Cores' worth of work by service, with the most of everything. */
  private final Map<String, Double> work = new HashMap<>();

  private final List<String> violations = new ArrayList<>();

  SizingSearch(Scenario scenario, Grid grid, ProgressMonitor monitor) {
    this.grid = grid;
    this.trials = new Trials(scenario, monitor);
  }

  /** The configurations that are kept, none of which is above another, in no special order. */
  List<Configuration> frontier() {
    List<Integer> top = grid.top();
    if (!isKept(top)) {
      return List.of();
    }
    for (List<Integer> line : grid.lines()) {
      bisect(line);
    }
    List<List<Integer>> lowest =
        kept.stream()
            .filter(
                point ->
                    kept.stream()
                        .noneMatch(other -> !other.equals(point) && Grid.isBelow(other, point)))
            .distinct()
            .toList();
    lowest.stream().min(Comparator.comparingDouble(this::cost)).ifPresent(this::checkNeighbours);
    return lowest.stream()
        .flatMap(point -> simulated.getOrDefault(point, Optional.empty()).stream())
        .toList();
  }

  int simulated() {
    return simulated.size();
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  private void measureWork(SimulationResult result) {
    for (ServerResult server : result.servers()) {
      Server machines = server.service().server();
      if (machines.maxQueue() == Integer.MAX_VALUE) {
        work.put(
            server.name(),
            server.cpuUtilization().value() * machines.cores() * machines.replicas());
      }
    }
  }

  /** Finds the lowest point of a line that is kept. */
  private void bisect(List<Integer> line) {
    int low = -1;
    int high = grid.lengthOfLongest();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (isKept(Grid.with(line, grid.longest(), middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  private boolean isKept(List<Integer> point) {
    if (kept.stream().anyMatch(known -> Grid.isBelow(known, point))) {
      return true;
    } else if (broken.stream().anyMatch(known -> Grid.isBelow(point, known))) {
      return false;
    }
    boolean passes = !isOverloaded(point) && simulate(point);
    (passes ? kept : broken).add(point);
    return passes;
  }

  private boolean simulate(List<Integer> point) {
    if (!simulated.containsKey(point)) {
      Optional<SimulationResult> result = trials.with(grid.settings(point));
      if (simulated.isEmpty()) {
        result.ifPresent(this::measureWork); // the first is that of the most of everything
      }
      simulated.put(point, result.map(each -> configuration(point, each)));
    }
    return Objects.requireNonNull(simulated.get(point)).filter(Configuration::isKept).isPresent();
  }

  private Configuration configuration(List<Integer> point, SimulationResult result) {
    return new Configuration(
        grid.settings(point),
        Prices.perHour(result.scenario()).doubleValue(),
        Judge.judge(result, result.scenario().objectives()));
  }

  private Optional<Scenario> scenario(List<Integer> point) {
    try {
      Scenario changed = trials.scenario();
      for (Change change : grid.settings(point)) {
        changed = change.applyTo(changed);
      }
      return Optional.of(changed);
    } catch (InvalidScenarioException doesNotFit) {
      return Optional.empty();
    }
  }

  private double cost(List<Integer> point) {
    return scenario(point)
        .map(each -> Prices.perHour(each).doubleValue())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether the cores of a service cannot do its work. */
  private boolean isOverloaded(List<Integer> point) {
    return scenario(point).stream()
        .flatMap(scenario -> scenario.services().stream())
        .anyMatch(this::isOverloaded);
  }

  private boolean isOverloaded(Service service) {
    Server machines = service.server();
    return work.getOrDefault(service.name(), 0.0) >= machines.cores() * machines.replicas();
  }

  private void checkNeighbours(List<Integer> point) {
    for (List<Integer> above : grid.above(point)) {
      if (!simulate(above)) {
        violations.add(
            "%s keeps every promise, but %s does not".formatted(text(point), text(above)));
      }
    }
  }

  private String text(List<Integer> point) {
    return new Configuration(grid.settings(point), 0, List.of()).text(trials.scenario());
  }
}
