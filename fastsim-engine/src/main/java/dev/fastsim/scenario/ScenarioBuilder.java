package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Scenario} step by step. What is not set keeps the default; only the workload and
 * at least one endpoint must be given.
 *
 * <p>Most scenarios have one service, which is named like the scenario:
 *
 * <pre>{@code
 * Scenario scenario = Scenario.builder("checkout")
 *     .cores(2)
 *     .pool("db", 20, Duration.ofSeconds(1))
 *     .poissonArrivals(400)
 *     .endpoint("POST /checkout", cpu("parse", "1.5 ms"), io("load", "exponential(8ms)", "db"))
 *     .build();
 * }</pre>
 *
 * <p>Several are named one by one and joined by links:
 *
 * <pre>{@code
 * Scenario scenario = Scenario.builder("shop")
 *     .balancer("lb", BalancingPolicy.ROUND_ROBIN)
 *     .service("a", a -> a.endpoint("GET /", cpu("render a", "2 ms")))
 *     .service("b", b -> b.endpoint("GET /", cpu("render b", "3 ms")))
 *     .link("clients", "lb", "1 ms").link("lb", "a", "1 ms").link("lb", "b", "1 ms")
 *     .link("a", "clients", "1 ms").link("b", "clients", "1 ms")
 *     .poissonArrivals(400)
 *     .build();
 * }</pre>
 */
public final class ScenarioBuilder {

  private final String name;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private Network requests = Network.IDEAL;
  private Network responses = Network.IDEAL;
  private Optional<Workload> workload = Optional.empty();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Objective> objectives = new ArrayList<>();
  private final List<WhatIf> whatIfs = new ArrayList<>();
  private RunPlan runs = RunPlan.DEFAULT;

  /** The only service, if it is described here and not by name. */
  private @Nullable ServiceBuilder only;

  ScenarioBuilder(String name) {
    this.name = name;
  }

  /** A CPU step; the time is a distribution of durations as text. */
  public static Step cpu(String name, String time) {
    return new Step.Cpu(name, Distribution.ofDurations(time));
  }

  /** An I/O wait that needs no connection. */
  public static Step io(String name, String time) {
    return new Step.Io(name, Distribution.ofDurations(time), Optional.empty(), false);
  }

  /** An I/O wait on a connection of a pool. */
  public static Step io(String name, String time, String pool) {
    return new Step.Io(name, Distribution.ofDurations(time), Optional.of(pool), false);
  }

  /** An I/O wait that holds the core. */
  public static Step blockingIo(String name, String time) {
    return new Step.Io(name, Distribution.ofDurations(time), Optional.empty(), true);
  }

  /** Memory in use while the request is served. */
  public static Step ram(String name, long bytes) {
    return new Step.Ram(name, bytes);
  }

  private ServiceBuilder only() {
    if (only == null) {
      only = Service.builder(name);
    }
    return only;
  }

  /** The machines of the only service. */
  public ScenarioBuilder server(Server machines) {
    only().server(machines);
    return this;
  }

  /** Cores of each replica of the only service. */
  public ScenarioBuilder cores(int cores) {
    only().cores(cores);
    return this;
  }

  /** Memory of each replica of the only service. */
  public ScenarioBuilder ram(long bytes) {
    only().ram(bytes);
    return this;
  }

  /** Replicas of the only service and how requests are spread over them. */
  public ScenarioBuilder replicas(int replicas, BalancingPolicy balancer) {
    only().replicas(replicas, balancer);
    return this;
  }

  /** Requests of one replica of the only service that may wait to be started. */
  public ScenarioBuilder maxQueue(int maxQueue) {
    only().maxQueue(maxQueue);
    return this;
  }

  /** A connection pool in each replica of the only service. */
  public ScenarioBuilder pool(String poolName, int size, Duration acquireTimeout) {
    only().pool(poolName, size, acquireTimeout);
    return this;
  }

  /** A connection pool in each replica of the only service. */
  public ScenarioBuilder pool(ConnectionPool pool) {
    only().pool(pool);
    return this;
  }

  /** What the machines of the only service cost. */
  public ScenarioBuilder prices(Prices hourly) {
    only().prices(hourly);
    return this;
  }

  /** A token bucket before the replicas of the only service. */
  public ScenarioBuilder rateLimiter(RateLimiter bucket) {
    only().rateLimiter(bucket);
    return this;
  }

  /** An endpoint of the only service whose requests all take these steps. */
  public ScenarioBuilder endpoint(String endpointName, Step... steps) {
    only().endpoint(endpointName, steps);
    return this;
  }

  /** An endpoint of the only service. */
  public ScenarioBuilder endpoint(Endpoint endpoint) {
    only().endpoint(endpoint);
    return this;
  }

  /** The same path from the clients to the only service and back. */
  public ScenarioBuilder network(Network both) {
    return network(both, both);
  }

  /** The paths from the clients to the only service, and back. */
  public ScenarioBuilder network(Network toService, Network toClients) {
    this.requests = toService;
    this.responses = toClients;
    return this;
  }

  /** One of several services. */
  public ScenarioBuilder service(String serviceName, UnaryOperator<ServiceBuilder> description) {
    return node(description.apply(Service.builder(serviceName)).build());
  }

  /** A load balancer. */
  public ScenarioBuilder balancer(String balancerName, BalancingPolicy policy) {
    return node(new LoadBalancer(balancerName, policy));
  }

  /** A service, load balancer or relay. */
  public ScenarioBuilder node(Node node) {
    nodes.add(node);
    return this;
  }

  /** A link without loss, under its usual name; the latency is a distribution of durations. */
  public ScenarioBuilder link(String from, String to, String latency) {
    Network network = new Network(Distribution.ofDurations(latency), 0);
    return link(Link.between(from, to, network));
  }

  /** A link. */
  public ScenarioBuilder link(Link link) {
    links.add(link);
    return this;
  }

  /** The traffic. */
  public ScenarioBuilder workload(Workload traffic) {
    this.workload = Optional.of(traffic);
    return this;
  }

  /** Poisson arrivals at a rate per second. */
  public ScenarioBuilder poissonArrivals(double perSecond) {
    return workload(new Workload.OpenRate(perSecond, Workload.OpenRate.Spacing.POISSON));
  }

  /** Something that goes wrong for a while. */
  public ScenarioBuilder fault(Fault fault) {
    faults.add(fault);
    return this;
  }

  /** A promise; the limit is in the metric's unit. */
  public ScenarioBuilder objective(Metric metric, double limit) {
    objectives.add(new Objective(metric, limit));
    return this;
  }

  /** Other circumstances in which promises are to be kept, too. */
  public ScenarioBuilder whatIf(String whatIfName, Change... changes) {
    whatIfs.add(new WhatIf(whatIfName, Arrays.asList(changes)));
    return this;
  }

  /** A promise. */
  public ScenarioBuilder objective(Objective promise) {
    objectives.add(promise);
    return this;
  }

  /** How long and how often to simulate. */
  public ScenarioBuilder runs(RunPlan plan) {
    this.runs = plan;
    return this;
  }

  /**
   * Makes the scenario.
   *
   * @throws InvalidScenarioException with every mistake found
   */
  public Scenario build() {
    List<String> mistakes = new ArrayList<>();
    if (workload.isEmpty()) {
      mistakes.add("there is no workload");
    }
    if (only != null && !nodes.isEmpty()) {
      mistakes.add(
          "one service is described without a name, and others by name; name each with service(...)");
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidScenarioException(name, mistakes);
    }
    List<Node> allNodes = nodes.isEmpty() ? List.of(only().build()) : nodes;
    List<Link> allLinks =
        links.isEmpty() && allNodes.size() == 1
            ? Link.bothWays(allNodes.get(0).name(), requests, responses)
            : links;
    return new Scenario(
        name, allNodes, allLinks, workload.orElseThrow(), faults, objectives, runs, whatIfs);
  }
}
