package dev.fastsim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds a {@link Service}. What is not set keeps the default; an endpoint must be given. */
public final class ServiceBuilder {

  private final String name;
  private Server server = Server.DEFAULT;
  private final List<ConnectionPool> pools = new ArrayList<>();
  private Optional<RateLimiter> limiter = Optional.empty();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private Prices prices = Prices.NONE;

  ServiceBuilder(String name) {
    this.name = name;
  }

  /** The machines. */
  public ServiceBuilder server(Server machines) {
    this.server = machines;
    return this;
  }

  /** Cores of each replica. */
  public ServiceBuilder cores(int cores) {
    return server(server.withCores(cores));
  }

  /** Memory of each replica. */
  public ServiceBuilder ram(long bytes) {
    return server(server.withRam(bytes));
  }

  /** Replicas and how requests are spread over them. */
  public ServiceBuilder replicas(int replicas, BalancingPolicy balancer) {
    return server(
        new Server(server.cores(), server.ramBytes(), replicas, balancer, server.maxQueue()));
  }

  /** Requests of one replica that may wait to be started. */
  public ServiceBuilder maxQueue(int maxQueue) {
    return server(
        new Server(
            server.cores(), server.ramBytes(), server.replicas(), server.balancer(), maxQueue));
  }

  /** A connection pool in each replica. */
  public ServiceBuilder pool(String poolName, int size, Duration acquireTimeout) {
    return pool(new ConnectionPool(poolName, size, acquireTimeout));
  }

  /** A connection pool in each replica. */
  public ServiceBuilder pool(ConnectionPool pool) {
    pools.add(pool);
    return this;
  }

  /** A token bucket before the replicas. */
  public ServiceBuilder rateLimiter(RateLimiter bucket) {
    this.limiter = Optional.of(bucket);
    return this;
  }

  /** What the machines cost. */
  public ServiceBuilder prices(Prices hourly) {
    this.prices = hourly;
    return this;
  }

  /** An endpoint whose requests all take these steps. */
  public ServiceBuilder endpoint(String endpointName, Step... steps) {
    return endpoint(
        new Endpoint(endpointName, 1, Optional.empty(), new Body.Fixed(Arrays.asList(steps))));
  }

  /** An endpoint. */
  public ServiceBuilder endpoint(Endpoint endpoint) {
    endpoints.add(endpoint);
    return this;
  }

  /** Makes the service. Whether its parts fit is checked with the whole scenario. */
  public Service build() {
    return new Service(name, server, pools, limiter, endpoints, prices);
  }
}
