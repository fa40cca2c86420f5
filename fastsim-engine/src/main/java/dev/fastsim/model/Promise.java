package dev.fastsim.model;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A limit as an SLA annotation states it.
 *
 * @param metric what is limited
 * @param limit as written
 * @param objective what it comes to; empty if the text is not a quantity of the right kind
 * @param whatIfs the names of the what-ifs it is to hold in, too; empty for all of them
 */
@API(status = API.Status.EXPERIMENTAL)
public record Promise(
    Metric metric, String limit, Optional<Objective> objective, Optional<List<String>> whatIfs) {

  /** In the words of {@link Objective#text()}, with the limit as written if it is no quantity. */
  public String text() {
    Objective any = new Objective(metric, 0);
    return objective
        .map(Objective::text)
        .orElseGet(() -> any.metricText() + (any.isFloor() ? " >= " : " <= ") + limit);
  }

  static List<Objective> objectives(List<Promise> promises) {
    return promises.stream().flatMap(promise -> promise.objective().stream()).toList();
  }
}
