package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.units.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How each request of a replication ended, in the order of arrival. */
final class RequestLog implements Witness {

  /** Looks around, each after some 16 000 events, of which no test needs more. */
  private static final int LOOKS_MOST = 10_000;

  /** The outcome is null, and the time 0, if the request was still inside at the end of the run. */
  record Ending(@Nullable Outcome outcome, long time) {

    @Override
    public String toString() {
      return outcome == null
          ? "in flight"
          : outcome + " at " + Durations.exact(Duration.ofNanos(time));
    }
  }

  /**
   * A whole replication.
   *
   * @param arrivals of its requests
   * @param endings of the same requests
   * @param run what was measured
   */
  record Played(List<Long> arrivals, List<Ending> endings, RunResult run) {}

  private final List<Long> arrivals = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private RequestLog() {}

  /** Simulates a replication, unless it has no end. */
  static Played play(Scenario scenario, int replication) {
    RequestLog log = new RequestLog();
    AtomicInteger looks = new AtomicInteger();
    RunResult run =
        Simulation.run(scenario, replication, () -> looks.incrementAndGet() > LOOKS_MOST, log);
    return new Played(log.arrivals, log.endings, run);
  }

  static List<Ending> of(Scenario scenario, int replication) {
    return play(scenario, replication).endings;
  }

  @Override
  public void arrived(int slot, long time) {
    numbers.put(slot, endings.size());
    arrivals.add(time);
    endings.add(new Ending(null, 0));
  }

  @Override
  public void ended(int slot, Outcome outcome, long time) {
    endings.set(Objects.requireNonNull(numbers.remove(slot)), new Ending(outcome, time));
  }
}
