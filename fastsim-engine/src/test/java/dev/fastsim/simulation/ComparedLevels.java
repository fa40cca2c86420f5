package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LinkRun;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import java.util.List;

/** Every gauge shows what a list of all changes shows. */
final class ComparedLevels {

  private final ReferenceSimulator reference;
  private final Differences differences;

  ComparedLevels(ReferenceSimulator reference, Differences differences) {
    this.reference = reference;
    this.differences = differences;
  }

  void compare(RunResult run) {
    differences.mean("requests inside", measured(reference.inside), run.requestsInside());
    List<String> services = run.services().stream().map(ServiceRun::name).toList();
    differences.same("services", List.copyOf(reference.services.keySet()), services);
    for (ServiceRun service : run.services()) {
      compare(service, reference.service(service.name()));
    }
    for (int i = 0; i < run.links().size(); i++) {
      LinkRun link = run.links().get(i);
      ReferenceLink expected = reference.network.links.get(i);
      differences.same("link " + i, expected.link.name(), link.name());
      Level inFlight = expected.inFlight.between(reference.warmUp, reference.horizon);
      differences.mean("messages on " + link.name(), inFlight, link.inFlight());
      differences.same("lost on " + link.name(), expected.lost, link.lost());
    }
  }

  private Level measured(Timeline timeline) {
    return timeline.between(reference.warmUp, reference.horizon);
  }

  private void compare(ServiceRun service, ReferenceService expected) {
    differences.times(
        "ready-queue lag of " + service.name(), expected.lags, service.readyQueueLag());
    for (int i = 0; i < service.replicas().size(); i++) {
      ReplicaRun replica = service.replicas().get(i);
      ReferenceReplica node = expected.replicas.get(i);
      String where = " of replica %d of %s".formatted(i, service.name());
      differences.level("cores held" + where, measured(node.coresHeld()), replica.coresHeld());
      differences.level("ready queue" + where, measured(node.readyQueue()), replica.readyQueue());
      differences.level("I/O in flight" + where, measured(node.io), replica.ioInFlight());
      differences.level("memory in use" + where, measured(node.ramInUse), replica.ramBytes());
      differences.level("memory queue" + where, measured(node.memoryQueue), replica.memoryQueue());
      differences.level("threads" + where, measured(node.threadsInUse), replica.threadsInUse());
      differences.level("accept queue" + where, measured(node.acceptQueue), replica.acceptQueue());
      for (int p = 0; p < service.pools().size(); p++) {
        PoolRun pool = service.pools().get(p);
        ReferencePool connections = node.pools.get(p);
        String of = "of pool " + pool.name() + where;
        differences.level("connections " + of, measured(connections.inUse), pool.inUse().get(i));
        differences.level("queue " + of, measured(connections.queue), pool.waiting().get(i));
      }
    }
    for (int p = 0; p < service.pools().size(); p++) {
      PoolRun pool = service.pools().get(p);
      int number = p;
      differences.same(
          "timeouts of pool %s of %s".formatted(pool.name(), service.name()),
          expected.replicas.stream().mapToLong(node -> node.pools.get(number).timeouts).sum(),
          pool.timeouts());
    }
  }
}
