package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import java.math.BigDecimal;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a scenario costs, in dollars.
 *
 * <p>Calls of language models cost what their tokens do, also those of requests that fail. Machines
 * cost the same whether they are busy or not, and whether they are up or not, so that what they
 * cost by the hour is exact; replicas of an autoscaler cost from when they start to when they are
 * to go. What a request costs depends on how many are completed: in each replication it is the cost
 * of the measured time divided by the requests completed in it.
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
    return scenario.hasPrices();
  }

  /**
   * What the declared machines cost in an hour, exactly; an autoscaler may have more of them, or
   * fewer.
   */
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

  /** What the calls of language models cost in an hour. */
  public Estimate callsPerHour() {
    return result.estimate(CostResult::callsPerHour);
  }

  /**
   * What the calls of language models of a completed request cost, in dollars: the part of its cost
   * that differs from request to request.
   */
  public TimeEstimates callsPerRequest() {
    return new TimeEstimates(result, run -> run.llm().costs());
  }

  private static double callsPerHour(RunResult run) {
    return run.llm().dollars() / run.measuredSeconds() * SECONDS_PER_HOUR;
  }

  private double perHour(RunResult run) {
    return machinesPerHour(run) + callsPerHour(run);
  }

  private double machinesPerHour(RunResult run) {
    List<Service> services = result.scenario().services();
    if (services.stream().allMatch(service -> service.autoscaler().isEmpty())) {
      return machines.doubleValue();
    }
    double dollars = 0;
    for (int i = 0; i < services.size(); i++) {
      Service one = services.get(i).withServer(services.get(i).server().withReplicas(1));
      dollars += one.prices().perHour(one).doubleValue() * run.services().get(i).running().mean();
    }
    return dollars;
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
