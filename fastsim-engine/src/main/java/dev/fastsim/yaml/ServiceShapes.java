package dev.fastsim.yaml;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How services and load balancers stand in a file. */
final class ServiceShapes {

  private static final Key<ConnectionPool, Integer> SIZE =
      Key.required(
          "size",
          "Connections in each replica",
          Scalars.whole(1, Integer.MAX_VALUE),
          ConnectionPool::size);

  private static final Key<ConnectionPool, Duration> ACQUIRE_TIMEOUT =
      Key.standard(
          "acquireTimeout",
          "Longest wait for a connection; after it, the request counts as timed out",
          Scalars.duration(),
          ConnectionPool::acquireTimeout,
          Duration.ofSeconds(30));

  private static final Shape<ConnectionPool> POOL =
      new MappingShape<>(
          "pool",
          "A pool of connections in each replica, served first come, first served.",
          List.of(SIZE, ACQUIRE_TIMEOUT),
          values ->
              new ConnectionPool(values.name(), values.get(SIZE), values.get(ACQUIRE_TIMEOUT)));

  private static final Key<Service, Integer> CORES =
      Key.standard(
          "cores",
          "CPU cores of each replica",
          Scalars.whole(1, Server.MOST),
          service -> service.server().cores(),
          Server.DEFAULT.cores());

  private static final Key<Service, Optional<Long>> RAM =
      Key.optional(
          "ram",
          "Memory of each replica, more than 0 B; without it there is no limit",
          Scalars.bytes(),
          service ->
              Optional.of(service.server().ramBytes()).filter(bytes -> bytes != Server.UNLIMITED));

  private static final Key<Service, Integer> REPLICAS =
      Key.standard(
          "replicas",
          "Identical machines behind a balancer of the service's own",
          Scalars.whole(1, Server.MOST),
          service -> service.server().replicas(),
          Server.DEFAULT.replicas());

  private static final Key<Service, BalancingPolicy> BALANCER =
      Key.standard(
          "balancer",
          "How requests are spread over the replicas",
          Scalars.word(
              BalancingPolicy.class, policy -> policy != BalancingPolicy.FEWEST_IN_TRANSIT),
          service -> service.server().balancer(),
          Server.DEFAULT.balancer());

  private static final Key<Service, Optional<Integer>> MAX_QUEUE =
      Key.optional(
          "maxQueue",
          "Requests that may wait in each replica, for memory or a core, before a new one is"
              + " rejected; without it there is no limit",
          Scalars.whole(0, Integer.MAX_VALUE),
          service ->
              Optional.of(service.server().maxQueue()).filter(most -> most != Integer.MAX_VALUE));

  private static final Key<Service, Optional<RateLimiter>> LIMITER =
      Key.optional(
          "rateLimiter",
          "A token bucket before the replicas",
          EndpointShapes.RATE_LIMITER,
          Service::limiter);

  private static final Key<Service, List<ConnectionPool>> POOLS =
      Key.standard(
          "pools",
          "Connection pools of each replica by name",
          new NamedShape<>("pools", POOL, ConnectionPool::name),
          Service::pools,
          List.of());

  private static final Key<Service, List<Endpoint>> ENDPOINTS =
      Key.required(
          "endpoints",
          "Operations by name, at least one",
          new NamedShape<>("endpoints", EndpointShapes.ENDPOINT, Endpoint::name),
          Service::endpoints);

  private static final Key<Service, Prices> PRICES =
      Key.standard(
          "prices", "What its machines cost", PriceShapes.PRICES, Service::prices, Prices.NONE);

  private static final Shape<Service> SERVICE =
      new MappingShape<>(
          "service",
          "What serves requests: identical replicas, each with an event loop.",
          List.of(CORES, RAM, REPLICAS, BALANCER, MAX_QUEUE, PRICES, LIMITER, POOLS, ENDPOINTS),
          ServiceShapes::service);

  /** The services by name. */
  static final Shape<List<Service>> SERVICES = new NamedShape<>("services", SERVICE, Service::name);

  private static final Key<LoadBalancer, BalancingPolicy> POLICY =
      Key.standard(
          "policy",
          "How it picks one of the links that leave it",
          Scalars.word(BalancingPolicy.class, policy -> true),
          LoadBalancer::policy,
          BalancingPolicy.ROUND_ROBIN);

  /** The load balancers by name. */
  static final Shape<List<LoadBalancer>> BALANCERS =
      new NamedShape<>(
          "load balancers",
          new MappingShape<>(
              "balancer",
              "Sends each request on over one of its links, in no time.",
              List.of(POLICY),
              values -> new LoadBalancer(values.name(), values.get(POLICY))),
          LoadBalancer::name);

  private ServiceShapes() {}

  private static Service service(Values<Service> values) {
    Server server =
        new Server(
            values.get(CORES),
            values.get(RAM).orElse(Server.UNLIMITED),
            values.get(REPLICAS),
            values.get(BALANCER),
            values.get(MAX_QUEUE).orElse(Integer.MAX_VALUE));
    return new Service(
        values.name(),
        server,
        values.get(POOLS),
        values.get(LIMITER),
        values.get(ENDPOINTS),
        values.get(PRICES));
  }
}
