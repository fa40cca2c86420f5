package dev.fastsim.capacity;

import dev.fastsim.scenario.Parameter;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What can be had of one thing.
 *
 * @param parameter a count or a size, not a factor
 * @param values at least one, each once; kept in ascending order
 */
@API(status = API.Status.EXPERIMENTAL)
public record Choice(Parameter parameter, List<Double> values) {

  public Choice {
    values = values.stream().sorted().distinct().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is no value to choose for " + parameter.text());
    }
    if (parameter.isFactor()) {
      throw new IllegalArgumentException(
          "only what can be bought can be chosen: cores, replicas, memory, connections; not "
              + parameter.text());
    }
  }
}
