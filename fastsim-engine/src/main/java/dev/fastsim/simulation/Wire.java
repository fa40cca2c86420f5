package dev.fastsim.simulation;

import dev.fastsim.metrics.LinkRun;
import dev.fastsim.random.Constant;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** One link at work: draws the fate of messages, delays or loses them, and counts. */
final class Wire {

  private final Link link;
  private final Sampler latency;
  private final UniformRandomProvider losses;
  private final Window window;
  private final @Nullable PiecewiseConstant spikes;
  private final @Nullable PiecewiseConstant survival;
  private final boolean lossy;

  /** Integral of the number of messages on the way. */
  private double inFlight;

  private long lost;

  Wire(Link link, List<Fault> faults, Streams streams, int replication, Window window) {
    this.link = link;
    this.window = window;
    String component = "link " + link.name();
    this.latency =
        link.latency().scaledBy(1e9).sampler(streams.stream(replication, component, "latency"));
    this.losses = streams.stream(replication, component, "loss");
    List<Fault.LatencySpike> added =
        PiecewiseConstant.pick(
            faults, Fault.LatencySpike.class, fault -> fault.link().equals(link.name()));
    this.spikes =
        added.isEmpty()
            ? null
            : PiecewiseConstant.of(added, 0, (sum, fault) -> sum + fault.added().toNanos());
    List<Fault.ExtraLoss> extra =
        PiecewiseConstant.pick(
            faults, Fault.ExtraLoss.class, fault -> fault.link().equals(link.name()));
    this.survival =
        extra.isEmpty()
            ? null
            : PiecewiseConstant.of(
                extra, 1 - link.loss(), (rest, fault) -> rest * (1 - fault.loss()));
    this.lossy = link.loss() > 0 || survival != null;
  }

  /** The name of the link. */
  String name() {
    return link.name();
  }

  /** Whether messages are there at once, and none is lost. */
  boolean isInstant() {
    return link.latency().equals(new Constant(0)) && spikes == null && !lossy;
  }

  /** Whether messages may be lost. */
  boolean isLossy() {
    return lossy;
  }

  /** Draws how long a message will take, in nanoseconds, without any spike. */
  long drawLatency() {
    return latency.nextNanos();
  }

  /** Draws what decides whether a message is lost; 1 if none ever is. */
  double drawLuck() {
    return lossy ? losses.nextDouble() : 1;
  }

  /** Whether a message that leaves at a time, with this luck, is lost. */
  boolean loses(long departure, double luck) {
    if (!lossy || luck >= lossAt(departure)) {
      return false;
    }
    if (window.holds(departure)) {
      lost++;
    }
    return true;
  }

  private double lossAt(long departure) {
    return survival == null ? link.loss() : 1 - survival.at(departure);
  }

  /** Carries a message that leaves now or later; returns when it gets there. */
  long carry(long departure, long drawn) {
    long arrival = departure + drawn + (spikes == null ? 0 : (long) spikes.at(departure));
    inFlight += window.overlap(departure, arrival);
    return arrival;
  }

  /** What was measured up to a time; a message counts as a whole when it leaves. */
  LinkRun read(long time) {
    return new LinkRun(link.name(), inFlight / (time - window.from()), lost);
  }
}
