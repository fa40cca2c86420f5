package dev.fastsim.simulation;

import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import org.apache.commons.rng.UniformRandomProvider;

/** One link: its luck, its faults, and who is on it. */
final class ReferenceLink {

  /**
   * What chance gives one message.
   *
   * @param nanos latency without spikes
   * @param luck lost if below the probability of a loss
   */
  record Draw(long nanos, double luck) {}

  final Link link;
  private final Sampler latency;
  private final UniformRandomProvider losses;
  private final ReferenceFaults<Fault.LatencySpike> spikes;
  private final ReferenceFaults<Fault.ExtraLoss> extraLosses;
  final Flights inFlight = new Flights();
  long lost;

  ReferenceLink(ReferenceSimulator simulator, Link link) {
    this.link = link;
    String name = "link " + link.name();
    latency = link.latency().scaledBy(1e9).sampler(simulator.stream(name, "latency"));
    losses = simulator.stream(name, "loss");
    spikes =
        ReferenceFaults.of(
            simulator.scenario.faults(),
            Fault.LatencySpike.class,
            each -> each.link().equals(link.name()));
    extraLosses =
        ReferenceFaults.of(
            simulator.scenario.faults(),
            Fault.ExtraLoss.class,
            each -> each.link().equals(link.name()));
  }

  Draw draw() {
    boolean canLose = link.loss() > 0 || !extraLosses.faults().isEmpty();
    return new Draw(latency.nextNanos(), canLose ? losses.nextDouble() : 1);
  }

  boolean loses(Draw draw, long departure) {
    double kept = 1 - link.loss();
    for (Fault.ExtraLoss each : extraLosses.activeAt(departure)) {
      kept *= 1 - each.loss();
    }
    return draw.luck < 1 - kept;
  }

  long delay(Draw draw, long departure) {
    return draw.nanos
        + spikes.activeAt(departure).stream().mapToLong(each -> each.added().toNanos()).sum();
  }
}
