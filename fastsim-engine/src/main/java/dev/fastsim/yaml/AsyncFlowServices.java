package dev.fastsim.yaml;

import dev.fastsim.random.Constant;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.yaml.AsyncFlowFile.Endpoint;
import dev.fastsim.yaml.AsyncFlowFile.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes services out of servers. Endpoints are equally likely. Clients choose an endpoint before
 * they know the server; so if the servers that requests reach first differ in endpoints, each has
 * one endpoint instead, which takes the steps of any of its own.
 */
final class AsyncFlowServices {

  private static final String ALL_ENDPOINTS = "all endpoints";
  private static final double BYTES_PER_MB = 1024 * 1024;

  private final List<Server> servers;
  private final Set<String> entries;
  private final Map<String, Integer> stepNames = new HashMap<>();

  AsyncFlowServices(List<Server> servers, Set<String> entries) {
    this.servers = servers;
    this.entries = entries;
  }

  List<Service> all() {
    boolean agree =
        servers.stream()
                .filter(this::isEntry)
                .map(server -> Set.copyOf(names(server)))
                .distinct()
                .count()
            <= 1;
    return servers.stream().map(server -> service(server, agree || !isEntry(server))).toList();
  }

  private boolean isEntry(Server server) {
    return entries.contains(server.id().value());
  }

  private Service service(Server server, boolean apart) {
    List<String> names = names(server);
    List<List<Step>> bodies =
        server.endpoints().stream().map(endpoint -> steps(server, endpoint)).toList();
    List<dev.fastsim.scenario.Endpoint> endpoints = new ArrayList<>();
    if (apart) {
      for (int i = 0; i < bodies.size(); i++) {
        endpoints.add(endpoint(names.get(i), new Body.Fixed(bodies.get(i))));
      }
    } else {
      endpoints.add(
          endpoint(
              ALL_ENDPOINTS,
              new Body.Mixed(bodies.stream().map(steps -> new Body.Variant(1, steps)).toList())));
    }
    return new Service(
        server.id().value(), machine(server), List.of(), Optional.empty(), endpoints);
  }

  private static dev.fastsim.scenario.Endpoint endpoint(String name, Body body) {
    return new dev.fastsim.scenario.Endpoint(name, 1, Optional.empty(), body);
  }

  private static dev.fastsim.scenario.Server machine(Server server) {
    return new dev.fastsim.scenario.Server(
        server.machine().cores(),
        bytes(server.machine().ramMb()),
        1,
        BalancingPolicy.ROUND_ROBIN,
        Integer.MAX_VALUE);
  }

  private static long bytes(double megabytes) {
    return (long) Math.floor(megabytes * BYTES_PER_MB);
  }

  /** The names of a server's endpoints, made unique: AsyncFlow lets two have the same. */
  private static List<String> names(Server server) {
    Map<String, Integer> taken = new HashMap<>();
    return server.endpoints().stream().map(endpoint -> unique(endpoint.name(), taken)).toList();
  }

  private List<Step> steps(Server server, Endpoint endpoint) {
    List<Step> steps = new ArrayList<>();
    for (AsyncFlowFile.Step step : endpoint.steps()) {
      String base = server.id().value() + " " + endpoint.name() + " " + step.kind();
      steps.add(step(unique(base, stepNames), step));
    }
    return steps;
  }

  private static Step step(String name, AsyncFlowFile.Step step) {
    return switch (step.resource()) {
      case CPU -> new Step.Cpu(name, new Constant(step.amount()));
      case IO -> new Step.Io(name, new Constant(step.amount()), Optional.empty(), false);
      case RAM -> new Step.Ram(name, bytes(step.amount()));
    };
  }

  /** The name, or if it is taken, the name with a number, from 2. */
  private static String unique(String name, Map<String, Integer> taken) {
    String unique = name;
    while (taken.containsKey(unique)) {
      unique = name + " " + taken.merge(name, 1, Integer::sum);
    }
    taken.put(unique, 1);
    return unique;
  }
}
