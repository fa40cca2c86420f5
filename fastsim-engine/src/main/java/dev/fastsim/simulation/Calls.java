package dev.fastsim.simulation;

import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All calls of a scenario, to be connected with what they call. */
final class Calls {

  private final Map<Step.Call, CallStation> stations = new LinkedHashMap<>();

  /** Adds the station of a step and returns it. */
  CallStation add(Step.Call call, CallStation station) {
    stations.put(call, station);
    return station;
  }

  /**
   * Connects callers and callees.
   *
   * @param clusters of all services, by name
   * @param onward where requests go that a link has brought to the service of a name; null if none
   *     does
   */
  void connect(Map<String, Cluster> clusters, Function<String, @Nullable Onward> onward) {
    stations.forEach(
        (call, station) -> {
          Cluster callee = Objects.requireNonNull(clusters.get(call.service()), call.service());
          if (!callee.isCalled()) {
            callee.connectCalls(onward.apply(call.service()));
          }
          station.connect(
              callee,
              callee.service().endpoints().stream()
                  .map(Endpoint::name)
                  .toList()
                  .indexOf(call.endpoint()));
        });
  }
}
