package dev.fastsim.simulation;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.util.List;

/** What can be known of a service's requests before it happens, so that it needs no event. */
final class Foresight {

  private final Scenario scenario;
  private final Service service;
  private final List<Step> steps;

  Foresight(Scenario scenario, Service service) {
    this.scenario = scenario;
    this.service = service;
    this.steps = service.steps();
  }

  /**
   * Whether it is known for how long a core is held when a request asks for one: no request waits
   * for anything with a core in its hands, none has to share it with those that come, none is
   * killed, and what is in the ready queue or on the cores at an instant turns none away and lets
   * no replica come or go.
   */
  boolean knowsCores() {
    return !sharesCores()
        && !hasLoops()
        && service.server().maxQueue() == Integer.MAX_VALUE
        && service.autoscaler().isEmpty()
        && steps.stream().noneMatch(step -> step instanceof Step.Io io && io.blocking())
        && scenario.faults().stream().noneMatch(this::kills);
  }

  /** Whether bursts go on at once, the slower the more of them there are. */
  boolean sharesCores() {
    return service.server().concurrency() instanceof Concurrency.ThreadPool;
  }

  /** Whether each core has a ready queue of its own. */
  boolean hasLoops() {
    return service.server().concurrency() instanceof Concurrency.EventLoopPerCore;
  }

  private boolean kills(Fault fault) {
    return fault instanceof Fault.Outage outage
        && outage.mode() == Fault.Outage.Mode.KILL
        && outage.service().equals(service.name());
  }

  /** Whether nobody inside the service takes notice when a request leaves it. */
  boolean leavesUnnoticed() {
    return !sharesCores()
        && steps.stream().noneMatch(Step.Ram.class::isInstance)
        && (service.mostReplicas() == 1 || !countsRequests(service.server().balancer()));
  }

  private static boolean countsRequests(BalancingPolicy policy) {
    return switch (policy) {
      case ROUND_ROBIN, RANDOM -> false;
      case LEAST_CONNECTIONS, POWER_OF_TWO_CHOICES, FEWEST_IN_TRANSIT -> true;
    };
  }
}
