package dev.fastsim.metrics;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The part of a replication between two times at which its measurements were looked at. */
final class RunPart {

  private final RunResult earlier;
  private final RunResult later;

  /** How much of the later measured time lies before the part. */
  private final double before;

  RunPart(RunResult earlier, RunResult later) {
    this.earlier = earlier;
    this.later = later;
    this.before = earlier.measuredSeconds() / later.measuredSeconds();
  }

  /** Copies what goes on being recorded. */
  static RunResult snapshot(RunResult run) {
    return new RunResult(
        run.replication(),
        run.measuredSeconds(),
        snapshots(run.endpoints()),
        run.services().stream()
            .map(
                service ->
                    new ServiceRun(
                        service.name(),
                        service.replicas(),
                        service.running(),
                        service.scaling(),
                        service.readyQueueLag().snapshot(),
                        service.pools(),
                        snapshots(service.calls())))
            .toList(),
        run.links(),
        run.requestsInside(),
        run.completionsPerSecond(),
        run.seriesSeconds(),
        new LlmRun(
            run.llm().calls().stream().map(LlmCallRun::snapshot).toList(),
            run.llm().providers(),
            run.llm().costs().snapshot()),
        run.events());
  }

  private static List<EndpointRun> snapshots(List<EndpointRun> endpoints) {
    return endpoints.stream()
        .map(
            endpoint ->
                new EndpointRun(
                    endpoint.name(),
                    endpoint.outcomes(),
                    endpoint.latency().snapshot(),
                    endpoint.throughput(),
                    empty(endpoint)))
        .toList();
  }

  private static TimeBreakdown empty(EndpointRun endpoint) {
    return new TimeBreakdown(endpoint.breakdown().categories());
  }

  RunResult run() {
    return new RunResult(
        later.replication(),
        later.measuredSeconds() - earlier.measuredSeconds(),
        each(earlier.endpoints(), later.endpoints(), this::endpoint),
        each(earlier.services(), later.services(), this::service),
        each(earlier.links(), later.links(), this::link),
        rest(earlier.requestsInside(), later.requestsInside()),
        later.completionsPerSecond(),
        later.seriesSeconds(),
        llm(earlier.llm(), later.llm()),
        later.events() - earlier.events());
  }

  private LlmRun llm(LlmRun from, LlmRun to) {
    return new LlmRun(
        each(from.calls(), to.calls(), (before, after) -> after.since(before)),
        each(from.providers(), to.providers(), this::provider),
        to.costs().since(from.costs()));
  }

  private ProviderRun provider(ProviderRun from, ProviderRun to) {
    return new ProviderRun(
        to.name(), level(from.underWay(), to.underWay()), level(from.waiting(), to.waiting()));
  }

  private EndpointRun endpoint(EndpointRun from, EndpointRun to) {
    return new EndpointRun(
        to.name(),
        to.outcomes().since(from.outcomes()),
        to.latency().since(from.latency()),
        rest(from.throughput(), to.throughput()),
        empty(to));
  }

  private ServiceRun service(ServiceRun from, ServiceRun to) {
    return new ServiceRun(
        to.name(),
        each(from.replicas(), to.replicas(), this::replica),
        level(from.running(), to.running()),
        to.scaling(),
        to.readyQueueLag().since(from.readyQueueLag()),
        each(from.pools(), to.pools(), this::pool),
        each(from.calls(), to.calls(), this::endpoint));
  }

  private ReplicaRun replica(ReplicaRun from, ReplicaRun to) {
    return new ReplicaRun(
        level(from.coresHeld(), to.coresHeld()),
        level(from.readyQueue(), to.readyQueue()),
        level(from.ioInFlight(), to.ioInFlight()),
        level(from.ramBytes(), to.ramBytes()),
        level(from.memoryQueue(), to.memoryQueue()),
        level(from.threadsInUse(), to.threadsInUse()),
        level(from.acceptQueue(), to.acceptQueue()));
  }

  private PoolRun pool(PoolRun from, PoolRun to) {
    return new PoolRun(
        to.name(),
        each(from.inUse(), to.inUse(), this::level),
        each(from.waiting(), to.waiting(), this::level),
        to.timeouts() - from.timeouts());
  }

  private LinkRun link(LinkRun from, LinkRun to) {
    return new LinkRun(to.name(), rest(from.inFlight(), to.inFlight()), to.lost() - from.lost());
  }

  private Level level(Level from, Level to) {
    return to.since(from, before);
  }

  /** The mean over the part. */
  private double rest(double from, double to) {
    return (to - before * from) / (1 - before);
  }

  private static <T> List<T> each(List<T> from, List<T> to, BiFunction<T, T, T> difference) {
    return IntStream.range(0, to.size())
        .mapToObj(i -> difference.apply(from.get(i), to.get(i)))
        .toList();
  }
}
