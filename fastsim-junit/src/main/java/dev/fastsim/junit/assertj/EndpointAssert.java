package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;
import java.util.Optional;

/**
 * Assertions about one endpoint. Its times are latencies: from a request's arrival to the receipt
 * of its response, of completed requests.
 */
public final class EndpointAssert extends AbstractTimesAssert<EndpointAssert, EndpointResult> {

  EndpointAssert(EndpointResult actual, SimulationResultAssert result) {
    super(actual, EndpointAssert.class, result);
  }

  /** Completed requests per second. */
  public RateAssert<EndpointAssert> throughput() {
    return rate(new Metric.Throughput(Optional.of(actual.name())));
  }

  /** Failed requests as a share of those that ended. */
  public ShareAssert<EndpointAssert> errorRate() {
    return share(new Metric.ErrorRate(Optional.of(actual.name())));
  }

  /**
   * Chooses another endpoint of the same result.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public EndpointAssert endpoint(String name) {
    return result().endpoint(name);
  }

  @Override
  Metric metric(Statistic statistic) {
    return new Metric.Latency(Optional.of(actual.name()), statistic);
  }
}
