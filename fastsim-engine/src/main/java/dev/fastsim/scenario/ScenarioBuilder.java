package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Builds a {@link Scenario} step by step. What is not set keeps the default; only the workload and
 * at least one endpoint must be given.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.builder("checkout")
 *     .cores(2)
 *     .pool("db", 20, Duration.ofSeconds(1))
 *     .poissonArrivals(400)
 *     .endpoint("POST /checkout", cpu("parse", "1.5 ms"), io("load", "exponential(8ms)", "db"))
 *     .build();
 * }</pre>
 */
public final class ScenarioBuilder {

  private final String name;
  private Server server = Server.DEFAULT;
  private final List<ConnectionPool> pools = new ArrayList<>();
  private Optional<RateLimiter> limiter = Optional.empty();
  private Link toServer = Link.IDEAL;
  private Link toClient = Link.IDEAL;
  private Optional<Workload> workload = Optional.empty();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private RunPlan runs = RunPlan.DEFAULT;

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

  /** The machines. */
  public ScenarioBuilder server(Server machines) {
    this.server = machines;
    return this;
  }

  /** Cores of each replica. */
  public ScenarioBuilder cores(int cores) {
    return server(
        new Server(
            cores, server.ramBytes(), server.replicas(), server.balancer(), server.maxQueue()));
  }

  /** Memory of each replica. */
  public ScenarioBuilder ram(long bytes) {
    return server(
        new Server(server.cores(), bytes, server.replicas(), server.balancer(), server.maxQueue()));
  }

  /** Replicas and how requests are spread over them. */
  public ScenarioBuilder replicas(int replicas, Server.Balancer balancer) {
    return server(
        new Server(server.cores(), server.ramBytes(), replicas, balancer, server.maxQueue()));
  }

  /** Requests of one replica that may wait to be started. */
  public ScenarioBuilder maxQueue(int maxQueue) {
    return server(
        new Server(
            server.cores(), server.ramBytes(), server.replicas(), server.balancer(), maxQueue));
  }

  /** A connection pool in each replica. */
  public ScenarioBuilder pool(String poolName, int size, Duration acquireTimeout) {
    return pool(new ConnectionPool(poolName, size, acquireTimeout));
  }

  /** A connection pool in each replica. */
  public ScenarioBuilder pool(ConnectionPool pool) {
    pools.add(pool);
    return this;
  }

  /** A token bucket before the balancer. */
  public ScenarioBuilder rateLimiter(RateLimiter bucket) {
    this.limiter = Optional.of(bucket);
    return this;
  }

  /** The same link in both directions. */
  public ScenarioBuilder network(Link link) {
    return network(link, link);
  }

  /** The link to the service and the one back. */
  public ScenarioBuilder network(Link requests, Link responses) {
    this.toServer = requests;
    this.toClient = responses;
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

  /** An endpoint whose requests all take these steps. */
  public ScenarioBuilder endpoint(String endpointName, Step... steps) {
    return endpoint(
        new Endpoint(endpointName, 1, Optional.empty(), new Body.Fixed(Arrays.asList(steps))));
  }

  /** An endpoint. */
  public ScenarioBuilder endpoint(Endpoint endpoint) {
    endpoints.add(endpoint);
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
    Workload traffic =
        workload.orElseThrow(
            () -> new InvalidScenarioException(name, List.of("there is no workload")));
    return new Scenario(name, server, pools, limiter, toServer, toClient, traffic, endpoints, runs);
  }
}
