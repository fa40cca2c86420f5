package dev.fastsim.yaml;

import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How services and load balancers stand in a file. */
final class ServiceShapes {

  private static final Key<ConnectionPool, Integer> SIZE =
      Key.standard(
          "size",
          "Connections in each replica; the default is HikariCP's",
          Scalars.whole(1, Integer.MAX_VALUE),
          ConnectionPool::size,
          10);

  private static final Key<ConnectionPool, Duration> ACQUIRE_TIMEOUT =
      Key.standard(
          "acquireTimeout",
          "Longest wait for a connection; after it, the request counts as timed out",
          Scalars.duration(),
          ConnectionPool::acquireTimeout,
          Duration.ofSeconds(30));

  private static final Key<ConnectionPool, Optional<String>> FROM_HIKARI =
      Key.optional(
          SettingsReferences.FROM,
          "Key of the service's settings below which HikariCP's stand, such as"
              + " spring.datasource.hikari; they say what is not said here",
          Scalars.text(),
          pool -> Optional.empty());

  private static final Shape<ConnectionPool> POOL =
      new MappingShape<>(
          "pool",
          "A pool of connections in each replica, served first come, first served.",
          List.of(SIZE, ACQUIRE_TIMEOUT, FROM_HIKARI),
          ServiceShapes::pool);

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

  private static final Key<Concurrency.ThreadPool, Integer> THREADS =
      Key.standard(
          "threads",
          "Of each replica",
          Scalars.whole(1, Integer.MAX_VALUE),
          Concurrency.ThreadPool::threads,
          Concurrency.ThreadPool.DEFAULT.threads());

  private static final Key<Concurrency.ThreadPool, Integer> ACCEPT_QUEUE =
      Key.standard(
          "acceptQueue",
          "Requests that may wait for a thread in each replica before a new one is rejected",
          Scalars.whole(0, Integer.MAX_VALUE),
          Concurrency.ThreadPool::acceptQueue,
          Concurrency.ThreadPool.DEFAULT.acceptQueue());

  private static final Key<Service, Concurrency> CONCURRENCY =
      Key.standard(
          "concurrency",
          "How each replica works on several requests at once",
          new KindShape<>(
              "a way to work on several requests",
              List.of(
                  Option.of(
                      "eventLoop",
                      new MappingShape<>(
                          "eventLoop",
                          "One ready queue for all cores; a burst runs to its end, and waiting for"
                              + " I/O holds no core unless it blocks.",
                          List.of(),
                          values -> new Concurrency.EventLoop()),
                      Concurrency.EventLoop.class),
                  Option.of(
                      "eventLoopPerCore",
                      new MappingShape<>(
                          "eventLoopPerCore",
                          "An event loop on each core, with a ready queue of its own; a request"
                              + " stays on the loop of its connection, any with the same chance.",
                          List.of(),
                          values -> new Concurrency.EventLoopPerCore()),
                      Concurrency.EventLoopPerCore.class),
                  Option.of(
                      "threadPool",
                      new MappingShape<>(
                          "threadPool",
                          "A request holds a thread from start to end; what computes shares the"
                              + " cores. The defaults are Tomcat's.",
                          List.of(THREADS, ACCEPT_QUEUE),
                          values ->
                              new Concurrency.ThreadPool(
                                  values.get(THREADS), values.get(ACCEPT_QUEUE))),
                      Concurrency.ThreadPool.class),
                  Option.of(
                      "virtualThreads",
                      new MappingShape<>(
                          "virtualThreads",
                          "A thread for each request on as many carriers as there are cores; a"
                              + " blocking step pins its carrier.",
                          List.of(),
                          values -> new Concurrency.VirtualThreads()),
                      Concurrency.VirtualThreads.class))),
          service -> service.server().concurrency(),
          Server.DEFAULT.concurrency());

  private static final Key<SettingsFile, String> SETTINGS_FILE =
      Key.required(
          "file",
          "An application.yml or .properties of Spring Boot, beside this file or in the working"
              + " directory",
          Scalars.text(),
          SettingsFile::file);

  private static final Key<SettingsFile, List<String>> SETTINGS_PROFILES =
      Key.standard(
          "profiles",
          "That are active; without any, those that the file makes active",
          new ListShape<>("profiles", Scalars.text()),
          SettingsFile::profiles,
          List.of());

  private static final Key<Service, Optional<SettingsFile>> SETTINGS =
      Key.optional(
          SettingsReferences.SETTINGS,
          "Where from stands for values of",
          new MappingShape<>(
              "settings",
              "Settings that the service already has.",
              List.of(SETTINGS_FILE, SETTINGS_PROFILES),
              values -> new SettingsFile(values.get(SETTINGS_FILE), values.get(SETTINGS_PROFILES))),
          service -> Optional.empty());

  private static final Key<Service, Optional<Limiter>> LIMITER =
      Key.optional(
          "rateLimiter", "A limiter before the replicas", LimiterShapes.LIMITER, Service::limiter);

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

  private static final Key<Service, Optional<Autoscaler>> AUTOSCALER =
      Key.optional(
          "autoscaler",
          "What adds and removes replicas by their CPU utilization; they start as many as"
              + " `replicas`",
          AutoscalerShape.AUTOSCALER,
          Service::autoscaler);

  private static final Key<Service, Prices> PRICES =
      Key.standard(
          "prices", "What its machines cost", PriceShapes.PRICES, Service::prices, Prices.NONE);

  private static final Shape<Service> SERVICE =
      new MappingShape<>(
          "service",
          "What serves requests: identical replicas and the endpoints they offer.",
          List.of(
              CORES,
              RAM,
              REPLICAS,
              BALANCER,
              AUTOSCALER,
              MAX_QUEUE,
              CONCURRENCY,
              PRICES,
              SETTINGS,
              LIMITER,
              POOLS,
              ENDPOINTS),
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

  private static ConnectionPool pool(Values<ConnectionPool> values) {
    if (values.get(FROM_HIKARI).isPresent()) {
      throw new IllegalArgumentException(
          "from needs settings; give the service its settings: {file: application.yml}");
    }
    return new ConnectionPool(values.name(), values.get(SIZE), values.get(ACQUIRE_TIMEOUT));
  }

  private static Service service(Values<Service> values) {
    Server server =
        new Server(
            values.get(CORES),
            values.get(RAM).orElse(Server.UNLIMITED),
            values.get(REPLICAS),
            values.get(BALANCER),
            values.get(MAX_QUEUE).orElse(Integer.MAX_VALUE),
            values.get(CONCURRENCY));
    return new Service(
        values.name(),
        server,
        values.get(POOLS),
        values.get(LIMITER),
        values.get(ENDPOINTS),
        values.get(PRICES),
        values.get(AUTOSCALER));
  }

  /** What a file says of settings; they are resolved before it is read. */
  private record SettingsFile(String file, List<String> profiles) {}
}
