package dev.fastsim.experiment;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Server;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether the number of requests inside grows for as long as is simulated, as it does where more
 * arrives than can be served.
 *
 * <p>In a steady state as many requests are inside at the end as on average. A number that grows
 * evenly is twice its mean at the end, and still 4/3 of it if only the second half was measured. So
 * it is growth if the number at the end is more than 1.15 times the mean, and by more than chance
 * (one-sided Student t test over the replications, wrong once in a thousand).
 *
 * <p>Requests that arrived in the warm-up are not counted at the end. Under heavy load these are
 * most of those inside, so it is also growth if a third of what arrives does not leave.
 */
final class Growth {

  /** Of an interval, one side of which is looked at. */
  private static final double CONFIDENCE = 0.998;

  private static final double AT_THE_END = 1.15;
  private static final double STAYING = 1 / 3.0;

  /** Fewer at the end may be a matter of when exactly the end comes. */
  private static final double FEWEST = 5;

  private static final double BUSY = 0.95;

  private final SimulationResult result;

  private Growth(SimulationResult result) {
    this.result = result;
  }

  /** Whether requests pile up; never of a scenario with faults, which has no steady state. */
  static boolean isIn(SimulationResult result) {
    return !result.scenario().hasTimeline() && new Growth(result).isShown();
  }

  /** What arrives and what leaves, and what is too small for it. */
  static String text(SimulationResult result) {
    Growth growth = new Growth(result);
    return ("%s arrive but only %s leave%s: the number of requests inside grows for as long as is"
            + " simulated, and latencies tell of the duration rather than of the service")
        .formatted(
            Rates.format(result.estimate(Growth::arrivals).value()),
            Rates.format(result.estimate(Growth::departures).value()),
            growth.busy().map(" (%s)"::formatted).orElse(""));
  }

  private boolean isShown() {
    if (result.mean(Growth::inside) < FEWEST) {
      return false;
    } else if (result.runs().size() == 1) {
      return isPositive(run -> arrivals(run) - departures(run));
    }
    return isPositive(run -> inside(run) - AT_THE_END * run.requestsInside())
        || isPositive(run -> (1 - STAYING) * arrivals(run) - departures(run));
  }

  private boolean isPositive(ToDoubleFunction<RunResult> difference) {
    return result.estimate(difference).at(CONFIDENCE).low() > 0;
  }

  /** At the end, of those that arrived in the measured time. */
  private static double inside(RunResult run) {
    return run.outcomes().inFlight();
  }

  private static double arrivals(RunResult run) {
    return run.outcomes().offered() / run.measuredSeconds();
  }

  private static double departures(RunResult run) {
    Outcomes outcomes = run.outcomes();
    return run.throughput() + outcomes.failed() / run.measuredSeconds();
  }

  private Optional<String> busy() {
    List<String> parts = new ArrayList<>();
    for (ServerResult server : result.servers()) {
      String of = result.servers().size() > 1 ? " of " + server.name() : "";
      add(parts, "cpu" + of, server.cpuUtilization(), "busy");
      if (server.service().server().ramBytes() != Server.UNLIMITED) {
        add(parts, "memory" + of, server.ramUtilization(), "in use");
      }
      for (PoolResult pool : server.pools()) {
        add(parts, "pool " + pool.pool().name() + of, pool.utilization(), "in use");
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static void add(List<String> parts, String name, Estimate utilization, String state) {
    if (utilization.value() >= BUSY) {
      parts.add("%s %s %s".formatted(name, Shares.format(utilization.value()), state));
    }
  }
}
