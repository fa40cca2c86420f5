package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How each request of a replication ended, in the order of arrival. */
final class RequestLog implements Witness {

  /** The outcome is null, and the time 0, if the request was still inside at the end of the run. */
  record Ending(@Nullable Outcome outcome, long time) {}

  private final List<Ending> endings = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  static List<Ending> of(Scenario scenario, int replication) {
    RequestLog log = new RequestLog();
    Simulation.run(scenario, replication, () -> false, log);
    return log.endings;
  }

  @Override
  public void arrived(int slot, long time) {
    numbers.put(slot, endings.size());
    endings.add(new Ending(null, 0));
  }

  @Override
  public void ended(int slot, Outcome outcome, long time) {
    endings.set(Objects.requireNonNull(numbers.remove(slot)), new Ending(outcome, time));
  }
}
