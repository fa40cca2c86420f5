package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LinkRun;
import dev.fastsim.metrics.LlmCallRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ProviderRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.Step;
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

  void compareCalls(RunResult run) {
    differences.same("LLM steps", reference.scenario.llmSteps().size(), run.llm().calls().size());
    for (int i = 0; i < run.llm().calls().size(); i++) {
      LlmCallRun call = run.llm().calls().get(i);
      Step.Llm step = reference.scenario.llmSteps().get(i);
      ReferenceProvider.Counted expected = reference.provider(step.provider()).counted(step);
      String of = " of " + call.name();
      differences.same("calls" + of, expected.calls, call.calls());
      differences.same("refused" + of, expected.refused, call.refused());
      differences.same("input tokens" + of, expected.inputTokens, call.inputTokens());
      differences.same("output tokens" + of, expected.outputTokens, call.outputTokens());
      differences.same("cost" + of, expected.picodollars, call.picodollars());
      differences.times("first tokens" + of, expected.firstTokens, call.firstToken());
    }
    for (int i = 0; i < run.llm().providers().size(); i++) {
      ProviderRun provider = run.llm().providers().get(i);
      ReferenceProvider expected = reference.provider(reference.scenario.llmProviders().get(i));
      String at = " at provider " + provider.name();
      differences.level("calls under way" + at, measured(expected.underWay), provider.underWay());
      differences.level("calls waiting" + at, measured(expected.queue), provider.waiting());
    }
    List<Long> costs =
        reference.requests.stream()
            .filter(each -> each.outcome == Outcome.COMPLETED && each.arrival >= reference.warmUp)
            .map(each -> each.spentOnCalls / 1000)
            .toList();
    if (!run.llm().calls().isEmpty()) {
      differences.times("costs of calls", costs, run.llm().costs());
    }
  }

  private Level measured(Timeline timeline) {
    return timeline.between(reference.warmUp, reference.horizon);
  }

  private void compare(ServiceRun service, ReferenceService expected) {
    differences.times(
        "ready-queue lag of " + service.name(), expected.lags, service.readyQueueLag());
    if (expected.scaling != null) {
      Level running = measured(expected.scaling.running);
      differences.level("replicas of " + service.name(), running, service.running());
    }
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
