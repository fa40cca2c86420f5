package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency.EventLoopPerCore;
import dev.fastsim.scenario.Concurrency.ThreadPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.ReferenceClock.Kind;
import dev.fastsim.simulation.ReferenceClock.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happens in a run, as its records show. */
final class RunFeatures {

  private static final int DOZENS = 50;
  private static final int HUNDREDS = 200;
  private static final int THOUSANDS = 1000;

  static final List<Feature> ALL = all();

  private RunFeatures() {}

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    addChoices(all);
    addOutcomes(all);
    addTies(all);
    addQueues(all);
    addQueuesSettledAhead(all);
    add(all, "arrival in a surge", RunFeatures::hasSurge);
    add(all, "I/O, blocking", run -> took(run, step -> step.blocking()));
    add(all, "I/O, not blocking", run -> took(run, step -> !step.blocking()));
    add(
        all,
        "I/O, blocking, with a pool",
        run -> took(run, step -> step.blocking() && step.pool().isPresent()));
    add(all, "completions in several intervals", run -> run.horizon > 2_000_000_000L);
    return List.copyOf(all);
  }

  private static void add(List<Feature> all, String name, Predicate<ReferenceSimulator> in) {
    all.add(new Feature(name, in));
  }

  /** Each policy wherever it may stand, with all targets and with some of them down. */
  private static void addChoices(List<Feature> all) {
    for (BalancingPolicy policy : BalancingPolicy.values()) {
      addChoices(
          all,
          "of services by " + policy,
          run ->
              run.network.balancers.values().stream()
                  .map(each -> each.rotation())
                  .filter(each -> each.policy == policy));
      if (policy != BalancingPolicy.FEWEST_IN_TRANSIT) {
        addChoices(
            all,
            "of replicas by " + policy,
            run ->
                run.services.values().stream()
                    .map(each -> each.rotation)
                    .filter(each -> each.policy == policy));
      }
    }
  }

  private static void addChoices(
      List<Feature> all,
      String of,
      Function<ReferenceSimulator, Stream<? extends ReferenceRotation<?>>> rotations) {
    add(all, "choice " + of, run -> rotations.apply(run).anyMatch(each -> each.choseAmongAll));
    add(
        all,
        "choice among the rest " + of,
        run -> rotations.apply(run).anyMatch(each -> each.choseAmongSome));
  }

  private static void addOutcomes(List<Feature> all) {
    for (Outcome outcome : Outcome.values()) {
      add(all, outcome.name(), run -> requests(run).anyMatch(each -> each.outcome == outcome));
      add(
          all,
          outcome + " of a request from the warm-up in the measured time",
          run ->
              requests(run)
                  .filter(each -> each.outcome == outcome)
                  .anyMatch(each -> each.arrival < run.warmUp && each.end > run.warmUp));
    }
    add(all, "in flight at the end", run -> requests(run).anyMatch(each -> each.outcome == null));
    add(all, "ended with the run", run -> requests(run).anyMatch(it -> it.end == run.horizon));
  }

  /**
   * Arrivals do not tie with each other, and faults of one time are one event; the tokens of a
   * provider are there at times of their own.
   */
  private static void addTies(List<Feature> all) {
    for (Kind first : Kind.values()) {
      for (Kind second : Kind.values()) {
        boolean ofProvider = first == Kind.PROVIDER || second == Kind.PROVIDER;
        if (!ofProvider && first.compareTo(second) <= 0 && !(first == second && hasNone(first))) {
          Tie tie = new Tie(first, second);
          String name = "%s and %s at one time".formatted(first, second);
          all.add(Feature.rare(name, run -> run.clock.ties().contains(tie)));
        }
      }
    }
  }

  private static boolean hasNone(Kind kind) {
    return kind == Kind.FAULT || kind == Kind.ARRIVAL;
  }

  private static void addQueues(List<Feature> all) {
    addQueue(all, "for a core", HUNDREDS, run -> most(run, replica -> replica.readyQueue()));
    addQueue(all, "for a core", THOUSANDS, run -> most(run, replica -> replica.readyQueue()));
    addQueue(all, "for memory", 1, run -> most(run, replica -> replica.memoryQueue));
    addQueue(all, "for memory", HUNDREDS, run -> most(run, replica -> replica.memoryQueue));
    addQueue(all, "for a connection", 1, RunFeatures::mostInPoolQueue);
    addQueue(all, "for a connection", HUNDREDS, RunFeatures::mostInPoolQueue);
    addQueue(all, "for one I/O step", HUNDREDS, run -> run.clock.mostPending(Kind.IO));
    addQueue(all, "for one I/O step", THOUSANDS, run -> run.clock.mostPending(Kind.IO));
    addQueue(all, "on one way", HUNDREDS, run -> run.clock.mostPending(Kind.MESSAGE));
    addQueue(all, "on one way", THOUSANDS, run -> run.clock.mostPending(Kind.MESSAGE));
    for (Kind kind : List.of(Kind.IO, Kind.CPU, Kind.MESSAGE)) {
      String where = "planned by one station when two are at one time, " + kind;
      addQueue(all, where, DOZENS, run -> run.clock.mostAtTie(kind));
    }
    addQueue(all, "on the cores of a replica", 3, run -> most(run, replica -> replica.coresHeld()));
    addQueue(
        all,
        "on the cores of a replica",
        HUNDREDS,
        run -> most(run, replica -> replica.coresHeld()));
  }

  private static void addQueue(
      List<Feature> all, String where, int least, Function<ReferenceSimulator, Number> most) {
    String name = least + " or more " + where;
    Predicate<ReferenceSimulator> in = run -> most.apply(run).doubleValue() >= least;
    all.add(least < THOUSANDS ? new Feature(name, in) : Feature.rare(name, in));
  }

  /** Where what becomes of a request in the ready queue is known when it gets there. */
  private static void addQueuesSettledAhead(List<Feature> all) {
    for (int least : new int[] {1, DOZENS}) {
      addQueue(
          all, "for a core held no longer than planned", least, run -> planned(run, it -> true));
      addQueue(
          all,
          "for the only core, held no longer than planned, of a service left unnoticed",
          least,
          run -> planned(run, it -> it.server().cores() == 1 && isLeftUnnoticed(it)));
      all.add(
          Feature.rare(
              least + " or more for several cores of such a service",
              run -> planned(run, it -> it.server().cores() > 1 && isLeftUnnoticed(it)) >= least));
    }
  }

  /** Most in the ready queue of a service without blocking I/O, queue limit and kills. */
  private static double planned(ReferenceSimulator run, Predicate<Service> wanted) {
    return run.services.values().stream()
        .filter(each -> wanted.test(each.service))
        .filter(each -> each.service.server().maxQueue() == Integer.MAX_VALUE)
        .filter(each -> !(each.service.server().concurrency() instanceof ThreadPool))
        .filter(each -> !(each.service.server().concurrency() instanceof EventLoopPerCore))
        .filter(
            each ->
                each.service.steps().stream()
                    .noneMatch(step -> step instanceof Step.Io io && io.blocking()))
        .filter(each -> run.scenario.faults().stream().noneMatch(it -> kills(it, each.service)))
        .flatMap(each -> each.replicas.stream())
        .mapToDouble(each -> each.readyQueue().between(0, run.horizon).max())
        .max()
        .orElse(0);
  }

  private static boolean kills(Fault fault, Service service) {
    return fault instanceof Fault.Outage outage
        && outage.mode() == Fault.Outage.Mode.KILL
        && outage.service().equals(service.name());
  }

  /** No memory comes free, and no balancer counts its requests. */
  private static boolean isLeftUnnoticed(Service service) {
    return service.server().replicas() == 1
        && service.steps().stream().noneMatch(Step.Ram.class::isInstance);
  }

  private static double most(
      ReferenceSimulator run, Function<ReferenceReplica, Timeline> timeline) {
    return replicas(run)
        .map(timeline)
        .mapToDouble(each -> each.between(0, run.horizon).max())
        .max()
        .orElse(0);
  }

  private static double mostInPoolQueue(ReferenceSimulator run) {
    return replicas(run)
        .flatMap(replica -> replica.pools.stream())
        .mapToDouble(pool -> pool.queue.between(0, run.horizon).max())
        .max()
        .orElse(0);
  }

  private static Stream<ReferenceReplica> replicas(ReferenceSimulator run) {
    return run.services.values().stream().flatMap(service -> service.replicas.stream());
  }

  private static Stream<ReferenceRequest> requests(ReferenceSimulator run) {
    return run.requests.stream();
  }

  private static boolean hasSurge(ReferenceSimulator run) {
    ReferenceFaults<Fault.Surge> surges =
        ReferenceFaults.of(run.scenario.faults(), Fault.Surge.class, surge -> true);
    return !surges.faults().isEmpty()
        && requests(run).anyMatch(each -> !surges.activeAt(each.arrival).isEmpty());
  }

  private static boolean took(ReferenceSimulator run, Predicate<Step.Io> wanted) {
    List<String> steps =
        run.scenario.steps().stream()
            .filter(step -> step instanceof Step.Io io && wanted.test(io))
            .map(Step::name)
            .toList();
    return requests(run).anyMatch(each -> steps.stream().anyMatch(each.spent::containsKey));
  }
}
