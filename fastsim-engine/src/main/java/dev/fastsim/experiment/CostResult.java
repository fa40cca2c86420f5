package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * What a scenario costs, in dollars.
 *
 * <p>Machines cost the same whether they are busy or not, and whether they are up or not, so that
 * what they cost by the hour is exact. What they cost a request depends on how many are completed:
 * in each replication it is the cost of the measured time divided by the requests completed in it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CostResult {

  private static final double SECONDS_PER_HOUR = 3600;

  private final SimulationResult result;
  private final BigDecimal machines;

  CostResult(SimulationResult result) {
    this.result = result;
    this.machines = Prices.perHour(result.scenario());
  }

  /** Whether a scenario has any price. */
  static boolean isKnownOf(Scenario scenario) {
    return scenario.services().stream().anyMatch(service -> !service.prices().areNone());
  }

  /** What all machines cost in an hour, exactly. */
  public BigDecimal machinesPerHour() {
    return machines;
  }

  /** What everything costs in an hour. */
  public Estimate perHour() {
    return result.estimate(this::perHour);
  }

  /** What everything costs in a month of {@value Prices#HOURS_PER_MONTH} hours. */
  public Estimate perMonth() {
    return result.estimate(this::perMonth);
  }

  /** What everything costs, divided by the requests completed. */
  public Estimate perRequest() {
    return result.estimate(this::perRequest);
  }

  private double perHour(RunResult run) {
    return machines.doubleValue();
  }

  double perMonth(RunResult run) {
    return Prices.HOURS_PER_MONTH * perHour(run);
  }

  /** NaN if no request was completed. */
  double perRequest(RunResult run) {
    double completed = run.throughput() * SECONDS_PER_HOUR;
    return completed == 0 ? Double.NaN : perHour(run) / completed;
  }
}
