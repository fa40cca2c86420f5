package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Empirical;
import dev.fastsim.random.Zipf;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a scenario can be seen to have before it is played. */
final class ScenarioFeatures {

  static final List<Feature> ALL = all();

  private ScenarioFeatures() {}

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    for (Class<?> kind : Distribution.class.getPermittedSubclasses()) {
      if (kind != Empirical.class && kind != Zipf.class) { // no text stands for those
        add(all, "time: " + kind.getSimpleName(), it -> times(it).anyMatch(kind::isInstance));
      }
    }
    add(all, "time: 0", it -> times(it).anyMatch(new Constant(0)::equals));
    add(all, "time: constant, not 0", it -> times(it).anyMatch(ScenarioFeatures::isLonger));
    for (Spacing spacing : Spacing.values()) {
      add(
          all,
          "workload: " + spacing,
          it -> it.workload() instanceof Workload.OpenRate open && open.spacing() == spacing);
    }
    for (Class<?> count : Count.class.getPermittedSubclasses()) {
      add(
          all,
          "workload: users, " + count.getSimpleName(),
          it -> it.workload() instanceof Workload.Users users && count.isInstance(users.count()));
    }
    for (Spacing spacing : Spacing.values()) {
      add(
          all,
          "workload: stages, " + spacing,
          it -> it.workload() instanceof StagedRate staged && staged.spacing() == spacing);
    }
    add(
        all,
        "stages that repeat",
        it -> it.workload() instanceof StagedRate staged && staged.repeated());
    add(
        all,
        "stages and a surge",
        it ->
            it.workload() instanceof StagedRate
                && faults(it, Fault.Surge.class).findAny().isPresent());
    add(all, "workload: closed users", it -> it.workload() instanceof ClosedUsers);
    add(
        all,
        "closed users in a hurry",
        it ->
            it.workload() instanceof ClosedUsers
                && faults(it, Fault.Surge.class).findAny().isPresent());
    for (Class<?> kind : Fault.class.getPermittedSubclasses()) {
      add(all, "fault: " + kind.getSimpleName(), it -> faults(it, kind).findAny().isPresent());
      add(all, "faults combined: " + kind.getSimpleName(), it -> haveOverlap(it, kind));
    }
    add(all, "faults that begin or end together", ScenarioFeatures::haveCommonInstant);
    for (Class<?> kind : Body.class.getPermittedSubclasses()) {
      add(all, "body: " + kind.getSimpleName(), it -> bodies(it).anyMatch(kind::isInstance));
    }
    for (Class<?> kind : Concurrency.class.getPermittedSubclasses()) {
      add(
          all,
          "concurrency: " + kind.getSimpleName(),
          it ->
              it.services().stream()
                  .anyMatch(each -> kind.isInstance(each.server().concurrency())));
    }
    add(all, "one service", it -> it.services().size() == 1);
    add(all, "service that calls another", it -> !callers(it).isEmpty());
    add(all, "service that is called and calls", ScenarioFeatures::hasCalledCaller);
    add(
        all,
        "call on a connection",
        it -> it.services().stream().anyMatch(ScenarioFeatures::callsByPool));
    add(all, "several services", it -> it.services().size() > 1);
    add(all, "service reached by clients only through another", ScenarioFeatures::hasTiers);
    add(all, "entry services with endpoints in another order", ScenarioFeatures::hasOtherOrder);
    add(all, "steps of several services", ScenarioFeatures::hasSharedSteps);
    add(all, "load balancer behind a load balancer", ScenarioFeatures::hasChainedBalancers);
    add(all, "relay", it -> it.nodes().stream().anyMatch(Relay.class::isInstance));
    add(all, "ways of one link only", it -> it.nodes().stream().noneMatch(Relay.class::isInstance));
    add(all, "two links", it -> it.links().size() == 2);
    add(all, "more than 10 links", it -> it.links().size() > 10);
    add(all, "few stations", it -> stations(it) < 15);
    add(all, "more than 40 stations", it -> stations(it) > 40);
    add(all, "more than 150 stations", it -> stations(it) > 150);
    add(all, "run of whole milliseconds", it -> it.runs().duration().toNanos() % 1_000_000 == 0);
    add(all, "run of other length", it -> it.runs().duration().toNanos() % 1_000_000 != 0);
    add(all, "warm-up", it -> !it.runs().warmUp().orElseThrow().isZero());
    add(all, "no warm-up", it -> it.runs().warmUp().orElseThrow().isZero());
    return List.copyOf(all);
  }

  private static void add(List<Feature> all, String name, Predicate<Scenario> in) {
    all.add(new Feature(name, run -> in.test(run.scenario)));
  }

  private static Stream<Distribution> times(Scenario scenario) {
    return Stream.concat(
        scenario.links().stream().map(Link::latency),
        scenario.steps().stream().flatMap(ScenarioFeatures::times));
  }

  private static Stream<Distribution> times(Step step) {
    return step.duration().stream();
  }

  private static boolean isLonger(Distribution time) {
    return time instanceof Constant constant && constant.value() > 0;
  }

  private static Stream<Fault> faults(Scenario scenario, Class<?> kind) {
    return scenario.faults().stream().filter(kind::isInstance);
  }

  /** Two of a kind at once, whatever they concern. */
  private static boolean haveOverlap(Scenario scenario, Class<?> kind) {
    List<Fault> faults = faults(scenario, kind).toList();
    return faults.stream()
        .anyMatch(
            each ->
                faults.stream()
                        .filter(other -> other.start().compareTo(each.start()) >= 0)
                        .filter(other -> other.start().compareTo(each.end()) < 0)
                        .count()
                    > 1);
  }

  private static boolean haveCommonInstant(Scenario scenario) {
    Set<Duration> instants = new HashSet<>();
    return scenario.faults().stream()
        .flatMap(fault -> Stream.of(fault.start(), fault.end()))
        .anyMatch(instant -> !instants.add(instant));
  }

  private static Stream<Body> bodies(Scenario scenario) {
    return scenario.services().stream()
        .flatMap(service -> service.endpoints().stream())
        .map(endpoint -> endpoint.body());
  }

  private static List<Service> callers(Scenario scenario) {
    return scenario.services().stream().filter(it -> !it.calls().isEmpty()).toList();
  }

  private static boolean hasCalledCaller(Scenario scenario) {
    return callers(scenario).size() > Service.notCalled(callers(scenario)).size();
  }

  private static boolean callsByPool(Service service) {
    return service.calls().stream().anyMatch(call -> call.pool().isPresent());
  }

  private static boolean hasTiers(Scenario scenario) {
    return scenario.entryServices().size() < scenario.services().size();
  }

  private static boolean hasOtherOrder(Scenario scenario) {
    return scenario.entryServices().stream()
            .map(service -> service.endpoints().stream().map(each -> each.name()).toList())
            .distinct()
            .count()
        > 1;
  }

  private static boolean hasSharedSteps(Scenario scenario) {
    Set<String> names = new HashSet<>();
    return scenario.services().stream()
        .flatMap(service -> service.steps().stream())
        .anyMatch(step -> !names.add(step.name()));
  }

  private static boolean hasChainedBalancers(Scenario scenario) {
    List<String> balancers =
        scenario.nodes().stream().filter(LoadBalancer.class::isInstance).map(Node::name).toList();
    return scenario.links().stream()
        .anyMatch(link -> balancers.contains(link.from()) && balancers.contains(link.to()));
  }

  /** About as many as the simulator has, who looks for the next one in two ways. */
  private static long stations(Scenario scenario) {
    long waits = scenario.steps().stream().filter(Step.Io.class::isInstance).count();
    long each = 0;
    for (Service service : scenario.services()) {
      each += (long) service.server().replicas() * (1 + service.pools().size());
    }
    return waits + each + scenario.links().size();
  }
}
