package dev.fastsim.simulation;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fewer endpoints, replicas, cores, pools and limits. */
final class SmallerServices {

  static final List<Shrinker.Way> WAYS =
      List.of(
          SmallerServices::withoutEndpoint,
          each(SmallerServices::otherServers),
          each(SmallerServices::withoutLimiters),
          each(SmallerServices::withoutAutoscaler),
          SmallerServices::withoutPool,
          each(SmallerServices::otherPools),
          SmallerServices::equalWeights);

  private SmallerServices() {}

  /** Changes one service at a time. */
  private static Shrinker.Way each(Function<Service, Stream<Service>> smaller) {
    return scenario ->
        scenario.services().stream()
            .flatMap(smaller)
            .map(
                service ->
                    () ->
                        Rebuilding.withServices(
                            scenario, each -> each.name().equals(service.name()) ? service : each));
  }

  /** Of all services that have it, since those that clients call must agree; then of one. */
  private static Stream<Supplier<Scenario>> withoutEndpoint(Scenario scenario) {
    Stream<Supplier<Scenario>> everywhere =
        scenario.services().stream()
            .flatMap(service -> service.endpoints().stream())
            .map(Endpoint::name)
            .distinct()
            .map(
                name -> () -> Rebuilding.withServices(scenario, service -> without(service, name)));
    Stream<Supplier<Scenario>> once =
        each(service -> service.endpoints().stream().map(it -> without(service, it.name())))
            .smaller(scenario);
    return Stream.concat(everywhere, once);
  }

  private static Service without(Service service, String endpoint) {
    return with(
        service,
        service.endpoints().stream().filter(each -> !each.name().equals(endpoint)).toList());
  }

  /** The service with other endpoints. */
  static Service with(Service service, List<Endpoint> endpoints) {
    return service.withEndpoints(endpoints);
  }

  private static Stream<Service> otherServers(Service service) {
    Server it = service.server();
    Server simplest = it.withBalancer(BalancingPolicy.ROUND_ROBIN);
    return Stream.of(
            Stream.of(
                Server.DEFAULT,
                it.withMaxQueue(Integer.MAX_VALUE).withConcurrency(Server.DEFAULT.concurrency()),
                it.withRam(Server.UNLIMITED),
                it.withMaxQueue(Integer.MAX_VALUE),
                simplest.withReplicas(1),
                simplest),
            fewerThreads(it),
            Rebuilding.fewer(it.replicas()).map(it::withReplicas),
            Rebuilding.fewer(it.cores()).map(it::withCores))
        .flatMap(servers -> servers)
        .map(service::withServer);
  }

  private static Stream<Service> withoutAutoscaler(Service service) {
    return service.autoscaler().isEmpty()
        ? Stream.of()
        : Stream.of(
            new Service(
                service.name(),
                service.server(),
                service.pools(),
                service.limiter(),
                service.endpoints()));
  }

  private static Stream<Server> fewerThreads(Server server) {
    if (!(server.concurrency() instanceof Concurrency.ThreadPool pool)) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(new Concurrency.ThreadPool(pool.threads(), Integer.MAX_VALUE)),
            Rebuilding.fewer(pool.threads()).map(pool::withThreads))
        .map(server::withConcurrency);
  }

  private static Stream<Service> withoutLimiters(Service service) {
    Service free =
        new Service(
            service.name(),
            service.server(),
            service.pools(),
            Optional.empty(),
            service.endpoints(),
            service.prices(),
            service.autoscaler());
    return Stream.concat(
        Stream.of(free),
        service.endpoints().stream()
            .map(
                it ->
                    with(
                        service,
                        Rebuilding.with(
                            service.endpoints(),
                            it,
                            new Endpoint(it.name(), it.weight(), Optional.empty(), it.body())))));
  }

  /** Steps that took a connection do without. */
  private static Stream<Supplier<Scenario>> withoutPool(Scenario scenario) {
    return scenario.services().stream()
        .flatMap(
            service ->
                service.pools().stream()
                    .map(
                        pool ->
                            () ->
                                Rebuilding.withServices(
                                    scenario,
                                    each ->
                                        each == service ? withoutPool(each, pool.name()) : each)));
  }

  private static Service withoutPool(Service service, String pool) {
    Service others =
        withPools(service, service.pools().stream().filter(it -> !it.name().equals(pool)).toList());
    return SmallerSteps.withSteps(others, step -> SmallerSteps.withoutPool(step, pool));
  }

  private static Service withPools(Service service, List<ConnectionPool> pools) {
    return service.withPools(pools);
  }

  private static Stream<Service> otherPools(Service service) {
    return service.pools().stream()
        .flatMap(
            pool ->
                Stream.concat(
                        Rebuilding.fewer(pool.size())
                            .map(
                                few -> new ConnectionPool(pool.name(), few, pool.acquireTimeout())),
                        Stream.of(
                            new ConnectionPool(pool.name(), pool.size(), Duration.ofSeconds(30))))
                    .map(other -> Rebuilding.with(service.pools(), pool, other)))
        .map(pools -> withPools(service, pools));
  }

  private static Stream<Supplier<Scenario>> equalWeights(Scenario scenario) {
    return Stream.of(
        () ->
            Rebuilding.withServices(
                scenario,
                service ->
                    with(
                        service,
                        service.endpoints().stream()
                            .map(it -> new Endpoint(it.name(), 1, it.limiter(), it.body()))
                            .toList())));
  }
}
