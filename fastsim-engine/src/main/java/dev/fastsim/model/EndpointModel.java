package dev.fastsim.model;

import dev.fastsim.scenario.Objective;
import java.lang.reflect.Method;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a model class, where it is written, and what it promises.
 *
 * @param name as in the scenario
 * @param method of the class as the application loaded it, possibly declared by a superclass
 * @param lineNumber first line of the method's body, or -1 if the class has no line numbers
 * @param sourceFile name of the source file, without folders, if the class says it
 * @param objectives latency (mean, p50, p90, p95, p99, p99.9, max, then other percentiles as
 *     written), then throughput, then error rate
 */
@API(status = API.Status.EXPERIMENTAL)
public record EndpointModel(
    String name,
    Method method,
    int lineNumber,
    @Nullable String sourceFile,
    List<Objective> objectives) {

  public EndpointModel {
    objectives = List.copyOf(objectives);
  }
}
