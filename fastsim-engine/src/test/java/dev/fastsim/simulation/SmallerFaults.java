package dev.fastsim.simulation;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fewer faults; earlier ones, so that shorter runs suffice; and all on one link. */
final class SmallerFaults {

  static final List<Shrinker.Way> WAYS =
      List.of(
          SmallerFaults::fewer,
          SmallerFaults::earlier,
          SmallerFaults::ofFewerReplicas,
          SmallerFaults::onFirstLink);

  private SmallerFaults() {}

  private static Stream<Supplier<Scenario>> fewer(Scenario scenario) {
    return Rebuilding.<Fault>shorter(scenario.faults())
        .map(faults -> () -> scenario.withFaults(faults));
  }

  private static Stream<Supplier<Scenario>> earlier(Scenario scenario) {
    return scenario.faults().stream()
        .flatMap(
            fault ->
                Stream.of(0.0, 0.5, 0.9)
                    .map(share -> Duration.ofMillis((long) (fault.start().toMillis() * share)))
                    .map(start -> startingAt(fault, start))
                    .map(other -> Rebuilding.with(scenario.faults(), fault, other)))
        .map(faults -> () -> scenario.withFaults(faults));
  }

  private static Stream<Supplier<Scenario>> ofFewerReplicas(Scenario scenario) {
    return scenario.faults().stream()
        .filter(fault -> fault instanceof Fault.Outage it && it.replicas() != Fault.Outage.ALL)
        .flatMap(
            fault ->
                Rebuilding.fewer(((Fault.Outage) fault).replicas())
                    .map(few -> ofReplicas((Fault.Outage) fault, few))
                    .map(other -> Rebuilding.with(scenario.faults(), fault, other)))
        .map(faults -> () -> scenario.withFaults(faults));
  }

  private static Fault ofReplicas(Fault.Outage it, int replicas) {
    return new Fault.Outage(it.service(), replicas, it.mode(), it.start(), it.duration());
  }

  /** So that the link they were on can go. */
  private static Stream<Supplier<Scenario>> onFirstLink(Scenario scenario) {
    Map<String, String> renamed = new HashMap<>();
    for (Link link : scenario.links()) {
      scenario.links().stream()
          .filter(each -> each.from().equals(Link.CLIENTS))
          .forEach(first -> renamed.put(link.name(), first.name()));
    }
    return scenario.faults().stream()
        .map(fault -> Rebuilding.with(scenario.faults(), fault, withLink(fault, renamed)))
        .map(faults -> () -> scenario.withFaults(faults));
  }

  private static Fault startingAt(Fault fault, Duration start) {
    if (fault instanceof Fault.Outage it) {
      return new Fault.Outage(it.service(), it.replicas(), it.mode(), start, it.duration());
    } else if (fault instanceof Fault.LatencySpike it) {
      return new Fault.LatencySpike(it.link(), it.added(), start, it.duration());
    } else if (fault instanceof Fault.ExtraLoss it) {
      return new Fault.ExtraLoss(it.link(), it.loss(), start, it.duration());
    } else if (fault instanceof Fault.Slowdown it) {
      return new Fault.Slowdown(it.service(), it.factor(), start, it.duration());
    } else if (fault instanceof Fault.PoolShrink it) {
      return new Fault.PoolShrink(it.service(), it.pool(), it.size(), start, it.duration());
    }
    return new Fault.Surge(((Fault.Surge) fault).factor(), start, fault.duration());
  }

  /** The fault on a link of another name, if its own has one. */
  static Fault withLink(Fault fault, Map<String, String> renamed) {
    if (fault instanceof Fault.LatencySpike it) {
      String link = renamed.getOrDefault(it.link(), it.link());
      return new Fault.LatencySpike(link, it.added(), it.start(), it.duration());
    } else if (fault instanceof Fault.ExtraLoss it) {
      String link = renamed.getOrDefault(it.link(), it.link());
      return new Fault.ExtraLoss(link, it.loss(), it.start(), it.duration());
    }
    return fault;
  }
}
