package dev.fastsim.yaml;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.yaml.AsyncFlowFile.Balancer;
import dev.fastsim.yaml.AsyncFlowFile.Edge;
import dev.fastsim.yaml.AsyncFlowFile.Endpoint;
import dev.fastsim.yaml.AsyncFlowFile.Machine;
import dev.fastsim.yaml.AsyncFlowFile.Server;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import dev.fastsim.yaml.Value.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code topology_graph}: its nodes and its edges. */
final class AsyncFlowNodes {

  /** Ids of nodes and edges. */
  static final Value<Located<String>> ID = Value.located(Value.text());

  private static final int MOST_SERVERS = 500;
  private static final int MOST_EDGES = 2000;
  private static final double DEFAULT_DROPOUT = 0.01;
  private static final int DEFAULT_CORES = 1;
  private static final long DEFAULT_RAM_MB = 1024;
  private static final long LEAST_RAM_MB = 256;
  private static final long MOST_RAM_MB = 1_000_000_000;

  private static final Map<String, BalancingPolicy> POLICIES = new LinkedHashMap<>();

  static {
    POLICIES.put("round_robin", BalancingPolicy.ROUND_ROBIN);
    POLICIES.put("least_connection", BalancingPolicy.FEWEST_IN_TRANSIT);
  }

  private AsyncFlowNodes() {}

  /** The topology; empty if an id is missing, so that nothing can be said of the graph. */
  static Optional<Topology> read(YamlNode node, Findings findings) {
    Optional<Fields> graph = Fields.of(node, findings, "nodes", "edges");
    Optional<Fields> nodes =
        graph.flatMap(
            fields ->
                fields.required(
                    "nodes",
                    Value.mapping(
                        (at, same) ->
                            Fields.of(at, findings, "client", "load_balancer", "servers"))));
    Optional<List<Edge>> edges =
        graph.flatMap(
            fields ->
                fields.required("edges", Value.list("edges", AsyncFlowNodes::edge, MOST_EDGES)));
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = nodes.get();
    Optional<Located<String>> client =
        fields.required("client", Value.mapping(AsyncFlowNodes::client));
    boolean balanced = !fields.isNull("load_balancer");
    Optional<Balancer> balancer = fields.nullable("load_balancer", AsyncFlowNodes::balancer);
    Optional<List<Server>> servers =
        fields.required(
            "servers", new Value.Described<>("a list of servers", AsyncFlowNodes::servers));
    boolean complete =
        client.isPresent()
            && balancer.isPresent() == balanced
            && servers.isPresent()
            && edges.isPresent();
    return complete
        ? Optional.of(new Topology(client.get(), balancer, servers.get(), edges.get()))
        : Optional.empty();
  }

  private static Optional<Located<String>> client(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "id", "type")
        .flatMap(
            fields -> {
              fields.constant("type", "client");
              return fields.required("id", ID);
            });
  }

  private static Optional<Balancer> balancer(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "id", "type", "algorithms", "server_covered")
        .flatMap(
            fields -> {
              fields.constant("type", "load_balancer");
              BalancingPolicy policy =
                  fields.optional("algorithms", Value.word(POLICIES), BalancingPolicy.ROUND_ROBIN);
              List<Located<String>> covered =
                  fields.optional(
                      "server_covered", Value.list("ids of servers", ID, MOST_SERVERS), List.of());
              return fields.required("id", ID).map(id -> new Balancer(id, policy, covered));
            });
  }

  private static Optional<List<Server>> servers(YamlNode node, Findings findings) {
    Optional<List<Server>> servers =
        Value.list("servers", AsyncFlowNodes::server, MOST_SERVERS).read(node, findings);
    if (servers.isPresent() && servers.get().isEmpty()) {
      findings.mistake(node, "an empty list", "at least one server", "");
      return Optional.empty();
    }
    return servers;
  }

  private static Optional<Server> server(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "id", "type", "server_resources", "endpoints")
        .flatMap(AsyncFlowNodes::server);
  }

  private static Optional<Server> server(Fields fields) {
    int before = fields.findings().count();
    fields.constant("type", "server");
    Machine machine =
        fields.required(
            "server_resources",
            Value.mapping(AsyncFlowNodes::machine),
            new Machine(DEFAULT_CORES, DEFAULT_RAM_MB));
    List<Endpoint> offered =
        fields.required(
            "endpoints",
            new Value.Described<>("a list of endpoints", AsyncFlowEndpoints::read),
            List.of());
    if (fields.findings().count() == before) {
      AsyncFlowEndpoints.checkMemory(fields, offered, machine.ramMb());
    }
    return fields.required("id", ID).map(id -> new Server(id, machine, offered));
  }

  private static Optional<Machine> machine(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "cpu_cores", "ram_mb", "db_connection_pool")
        .map(
            fields -> {
              long cores =
                  fields.optional(
                      "cpu_cores",
                      Value.whole(1, dev.fastsim.scenario.Server.MOST),
                      (long) DEFAULT_CORES);
              long ramMb =
                  fields.optional("ram_mb", Value.whole(LEAST_RAM_MB, MOST_RAM_MB), DEFAULT_RAM_MB);
              fields
                  .nullable("db_connection_pool", Value.located(Value.whole(1, Integer.MAX_VALUE)))
                  .ifPresent(
                      pool ->
                          findings.warning(
                              pool.node(),
                              "no pool",
                              "it is ignored: io_db waits for no connection, as in AsyncFlow"));
              return new Machine((int) cores, ramMb);
            });
  }

  private static Optional<Edge> edge(YamlNode node, Findings findings) {
    return Fields.of(
            node, findings, "id", "source", "target", "latency", "edge_type", "dropout_rate")
        .flatMap(
            fields -> {
              fields.constant("edge_type", "network_connection");
              Optional<Located<String>> id = fields.required("id", ID);
              Optional<Located<String>> source = fields.required("source", ID);
              Optional<Located<String>> target = fields.required("target", ID);
              AsyncFlowFile.Variable latency = AsyncFlowVariables.latency(fields);
              double dropout =
                  fields.optional(
                      "dropout_rate", Value.number(Range.atLeast(0).upTo(1)), DEFAULT_DROPOUT);
              return id.isPresent() && source.isPresent() && target.isPresent()
                  ? Optional.of(new Edge(id.get(), source.get(), target.get(), latency, dropout))
                  : Optional.empty();
            });
  }
}
