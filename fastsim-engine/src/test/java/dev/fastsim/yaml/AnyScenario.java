package dev.fastsim.yaml;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scenarios that say everything a scenario can say, sooner or later; not meant to be simulated. */
final class AnyScenario extends AnyValues {

  private final RunPlan runs;

  private AnyScenario(long seed) {
    super(seed);
    runs = runs();
  }

  /** The scenario of a seed, always the same. */
  static Scenario of(long seed) {
    return new AnyScenario(seed).scenario();
  }

  /** The scenarios of the seeds from 0. */
  static Stream<Scenario> first(int count) {
    return IntStream.range(0, count).mapToObj(AnyScenario::of);
  }

  private Scenario scenario() {
    List<Service> services = new ArrayList<>();
    List<Service> fronts = fronts();
    services.addAll(fronts);
    List<Node> nodes = new ArrayList<>(fronts);
    List<Link> links = new ArrayList<>();
    String end = Link.CLIENTS;
    List<Node> relays = new ArrayList<>();
    if (oneIn(3)) {
      Relay relay = new Relay(name("relay"));
      relays.add(relay);
      links.add(link(relay.name(), end));
      end = relay.name();
    }
    if (oneIn(3)) {
      Service back = service(List.of(name("inner"), name("inner")), List.of(weight(), 1.0));
      services.add(back);
      nodes.add(back);
      links.add(link(back.name(), end));
      end = back.name();
    }
    for (Service front : fronts) {
      links.add(link(front.name(), end));
    }
    if (fronts.size() > 1 || oneIn(4)) {
      LoadBalancer balancer = new LoadBalancer(name("balancer"), pick(BalancingPolicy.values()));
      nodes.add(balancer);
      links.add(link(Link.CLIENTS, balancer.name()));
      fronts.forEach(front -> links.add(link(balancer.name(), front.name())));
    } else if (nodes.size() == 1 && relays.isEmpty() && oneIn(2)) {
      links.clear();
      Network network = new Network(time(), share());
      links.add(Link.between(Link.CLIENTS, fronts.get(0).name(), network));
      links.add(Link.between(fronts.get(0).name(), Link.CLIENTS, network));
    } else {
      links.add(link(Link.CLIENTS, fronts.get(0).name()));
    }
    nodes.addAll(relays);
    List<WhatIf> whatIfs = some(2, () -> whatIf(services, links));
    return new Scenario(
        name("scenario"),
        nodes,
        links,
        workload(),
        some(4, () -> fault(services, links)),
        objectives(fronts.get(0), services, whatIfs.stream().map(WhatIf::name).toList()),
        runs,
        whatIfs);
  }

  private WhatIf whatIf(List<Service> services, List<Link> links) {
    List<Change> changes = new ArrayList<>(List.of(change(services, links)));
    changes.addAll(some(2, () -> change(services, links)));
    return new WhatIf(name("what if"), changes);
  }

  private Change change(List<Service> services, List<Link> links) {
    Service service = services.get(random.nextInt(services.size()));
    return switch (random.nextInt(7)) {
      case 0 -> Change.cores(service.name(), from(1, 99));
      case 1 -> Change.replicas(service.name(), from(1, 99));
      case 2 -> Change.ram(service.name(), pick(1L << 40, 3_000_000_000_000L));
      case 3 -> Change.fault(fault(services, links));
      case 4 ->
          service.pools().isEmpty()
              ? Change.traffic(2)
              : Change.pool(
                  service.name(), service.pools().get(0).name(), from(100, Integer.MAX_VALUE - 1));
      case 5 ->
          service.steps().stream()
              .filter(step -> !(step instanceof Step.Ram))
              .findFirst()
              .map(step -> Change.step(step.name(), pick(0.5, 2.0)))
              .orElse(Change.traffic(0.5));
      default -> Change.traffic(pick(0.5, 1.0, 2.0));
    };
  }

  private List<Service> fronts() {
    int count = from(1, 3);
    List<String> endpoints = some(3, () -> name("GET /"));
    endpoints.add(name("endpoint"));
    List<Double> weights = endpoints.stream().map(each -> weight()).toList();
    return Stream.generate(() -> service(endpoints, weights)).limit(count).toList();
  }

  private Service service(List<String> endpoints, List<Double> weights) {
    List<ConnectionPool> pools =
        some(3, () -> new ConnectionPool(name("pool"), from(1, 99), duration()));
    List<Endpoint> offered = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      offered.add(
          new Endpoint(endpoints.get(i), weights.get(i), maybe(this::limiter), body(pools)));
    }
    return new Service(name("service"), server(), pools, maybe(this::limiter), offered, prices());
  }

  private Prices prices() {
    return oneIn(2)
        ? Prices.NONE
        : new Prices(pick(0.0, 0.05, 1e6), pick(0.0, 1e-9, 10.0), pick(0.0, 0.004445), 0.002);
  }

  private Server server() {
    return new Server(
        pick(1, 2, Server.MOST),
        oneIn(2) ? Server.UNLIMITED : pick(1L << 40, 3_000_000_000_000L, (1L << 53) - 1),
        pick(1, 2, Server.MOST),
        pick(
            BalancingPolicy.ROUND_ROBIN,
            BalancingPolicy.RANDOM,
            BalancingPolicy.LEAST_CONNECTIONS,
            BalancingPolicy.POWER_OF_TWO_CHOICES),
        pick(Integer.MAX_VALUE, 0, 7));
  }

  private Body body(List<ConnectionPool> pools) {
    return oneIn(3)
        ? new Body.Mixed(
            Stream.generate(() -> new Body.Variant(weight(), some(3, () -> step(pools))))
                .limit(from(1, 3))
                .toList())
        : new Body.Fixed(some(4, () -> step(pools)));
  }

  private Step step(List<ConnectionPool> pools) {
    Optional<String> pool =
        pools.isEmpty() || oneIn(2)
            ? Optional.empty()
            : Optional.of(pools.get(random.nextInt(pools.size())).name());
    return switch (random.nextInt(3)) {
      case 0 -> new Step.Cpu(name("cpu"), time());
      case 1 -> new Step.Io(name("io"), time(), pool, oneIn(2));
      default -> new Step.Ram(name("ram"), pick(0L, 1L, 1536L, 2_000_000L, 1L << 20));
    };
  }

  private Workload workload() {
    if (oneIn(2)) {
      return new Workload.OpenRate(weight(), pick(Workload.OpenRate.Spacing.values()));
    }
    return new Workload.Users(
        weight(),
        weight(),
        duration().plusMillis(1),
        this.<Supplier<Workload.Users.Count>>pick(
                Workload.Users.Count.Constant::new,
                Workload.Users.Count.Poisson::new,
                () -> new Workload.Users.Count.Normal(weight()),
                () -> new Workload.Users.Count.RectifiedNormal(weight()))
            .get());
  }

  private Fault fault(List<Service> services, List<Link> links) {
    Service service = services.get(random.nextInt(services.size()));
    String link = links.get(random.nextInt(links.size())).name();
    Duration start = oneIn(4) ? Duration.ZERO : runs.duration().dividedBy(from(2, 5));
    Duration length = duration().plusNanos(1);
    return switch (random.nextInt(6)) {
      case 0 ->
          new Fault.Outage(
              service.name(),
              pick(1, 2, Fault.Outage.ALL),
              pick(Fault.Outage.Mode.values()),
              start,
              length);
      case 1 -> new Fault.LatencySpike(link, duration().plusNanos(1), start, length);
      case 2 -> new Fault.ExtraLoss(link, random.nextDouble() + Double.MIN_VALUE, start, length);
      case 3 ->
          new Fault.Slowdown(
              service.name(), pick(1.5, 10.0, Double.POSITIVE_INFINITY), start, length);
      case 4 -> shrink(service, start, length);
      default -> new Fault.Surge(weight(), start, length);
    };
  }

  private Fault shrink(Service service, Duration start, Duration length) {
    if (service.pools().isEmpty()) {
      return new Fault.Surge(2, start, length);
    }
    ConnectionPool pool = service.pools().get(0);
    int size = random.nextInt(pool.size());
    return new Fault.PoolShrink(service.name(), pool.name(), size, start, length);
  }

  private List<Objective> objectives(Service front, List<Service> services, List<String> whatIfs) {
    Map<String, Objective> byText = new LinkedHashMap<>();
    for (Objective each : some(8, () -> objective(front, services))) {
      Optional<List<String>> some =
          maybe(() -> whatIfs.stream().filter(whatIf -> oneIn(2)).toList());
      byText.putIfAbsent(
          each.subject() + each.metricText(), new Objective(each.metric(), each.limit(), some));
    }
    return List.copyOf(byText.values());
  }

  private Objective objective(Service front, List<Service> services) {
    Service service = services.get(random.nextInt(services.size()));
    Optional<String> endpoint = maybe(() -> front.endpoints().get(0).name());
    return switch (random.nextInt(10)) {
      case 0 -> new Objective(new Metric.Throughput(endpoint), weight());
      case 1 -> new Objective(new Metric.ErrorRate(endpoint), share());
      case 2 -> new Objective(new Metric.CpuUtilization(service.name()), share());
      case 3 -> {
        boolean limited = service.server().ramBytes() != Server.UNLIMITED;
        yield limited
            ? new Objective(new Metric.RamUtilization(service.name()), share())
            : new Objective(new Metric.CpuUtilization(service.name()), share());
      }
      case 4 ->
          service.pools().isEmpty()
              ? new Objective(new Metric.Latency(endpoint, statistic()), seconds())
              : new Objective(
                  new Metric.PoolUtilization(service.name(), service.pools().get(0).name()),
                  share());
      case 9 ->
          service.prices().areNone()
              ? new Objective(new Metric.Latency(endpoint, statistic()), seconds())
              : new Objective(
                  pick(new Metric.CostPerRequest(), new Metric.CostPerMonth()),
                  pick(0.01, 1e-9, 1234.5));
      case 5, 6 -> new Objective(new Metric.ReadyQueueLag(service.name(), statistic()), seconds());
      default -> new Objective(new Metric.Latency(endpoint, statistic()), seconds());
    };
  }

  private Statistic statistic() {
    return this.<Supplier<Statistic>>pick(
            Statistic.Mean::new,
            Statistic.Max::new,
            () -> new Statistic.Percentile(pick(50.0, 95.0, 99.9, 0.5)))
        .get();
  }

  private RunPlan runs() {
    if (oneIn(4)) {
      return RunPlan.DEFAULT;
    }
    Duration duration = Duration.ofSeconds(from(2, 10_000_000)).plusNanos(from(0, 999_999_999));
    int replications = pick(1, 8, 40);
    return new RunPlan(
        duration,
        oneIn(2) ? Duration.ZERO : duration.dividedBy(3),
        oneIn(2) ? random.nextLong() : 1,
        replications,
        replications + pick(0, 24));
  }

  private Link link(String from, String to) {
    return new Link(oneIn(2) ? Link.nameOf(from, to) : name("link"), from, to, time(), share());
  }

  private RateLimiter limiter() {
    return new RateLimiter(weight(), pick(1, 10));
  }
}
