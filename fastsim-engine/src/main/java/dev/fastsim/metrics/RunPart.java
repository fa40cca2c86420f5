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
        run.endpoints().stream()
            .map(
                endpoint ->
                    new EndpointRun(
                        endpoint.name(),
                        endpoint.outcomes(),
                        endpoint.latency().snapshot(),
                        endpoint.throughput(),
                        empty(endpoint)))
            .toList(),
        run.services().stream()
            .map(
                service ->
                    new ServiceRun(
                        service.name(),
                        service.replicas(),
                        service.readyQueueLag().snapshot(),
                        service.pools()))
            .toList(),
        run.links(),
        run.requestsInside(),
        run.completionsPerSecond(),
        run.seriesSeconds(),
        run.events());
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
        later.events() - earlier.events());
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
        to.readyQueueLag().since(from.readyQueueLag()),
        each(from.pools(), to.pools(), this::pool));
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
