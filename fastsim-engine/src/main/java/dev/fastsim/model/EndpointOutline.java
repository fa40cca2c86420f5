package dev.fastsim.model;

import java.lang.reflect.Method;
import java.util.List;
import org.apiguardian.api.API;

/**
 * An endpoint as its annotations show it.
 *
 * @param name as in the scenario
 * @param method of the class as the application loaded it, possibly declared by a superclass
 * @param promises in the order of {@link EndpointModel#objectives()}
 * @param baseline how much worse than its baseline it may be
 */
@API(status = API.Status.EXPERIMENTAL)
public record EndpointOutline(
    String name, Method method, List<Promise> promises, List<BaselinePromise> baseline) {

  public EndpointOutline {
    promises = List.copyOf(promises);
    baseline = List.copyOf(baseline);
  }
}
