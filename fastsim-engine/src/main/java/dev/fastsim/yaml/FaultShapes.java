package dev.fastsim.yaml;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Fault.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How faults stand in a file. */
final class FaultShapes {

  private static final Shape<Integer> REPLICAS_DOWN = Scalars.whole(1, Integer.MAX_VALUE);

  /** Something that goes wrong, and when. */
  static final Shape<Fault> FAULT =
      new KindShape<>(
          "a fault",
          List.of(
              Option.of("outage", outage(), Outage.class),
              new Option<>("slowdown", slowdown(), fault -> slowdown(fault, false)),
              new Option<>("pause", pause(), fault -> slowdown(fault, true)),
              Option.of("poolShrink", poolShrink(), Fault.PoolShrink.class),
              Option.of("latencySpike", latencySpike(), Fault.LatencySpike.class),
              Option.of("extraLoss", extraLoss(), Fault.ExtraLoss.class),
              Option.of("surge", surge(), Fault.Surge.class)));

  /** All that goes wrong. */
  static final Shape<List<Fault>> FAULTS = new ListShape<>("faults", FAULT);

  private FaultShapes() {}

  private static <F extends Fault> Key<F, String> service(Function<F, String> getter) {
    return Key.required("service", "Its name", Scalars.text(), getter);
  }

  private static <F extends Fault> Key<F, String> link(Function<F, String> getter) {
    return Key.required("link", "Its name, FROM -> TO unless it has one", Scalars.text(), getter);
  }

  private static <F extends Fault> Key<F, Duration> start() {
    return Key.required(
        "start", "When it begins, before the run ends", Scalars.duration(), Fault::start);
  }

  private static <F extends Fault> Key<F, Duration> duration() {
    return Key.required(
        "duration",
        "How long it lasts, more than 0 and at most 365 d",
        Scalars.duration(),
        Fault::duration);
  }

  private static Shape<Outage> outage() {
    Key<Outage, String> service = service(Outage::service);
    Key<Outage, Optional<Integer>> replicas =
        Key.optional(
            "replicas",
            "How many are down, the first ones; without it, all",
            REPLICAS_DOWN,
            outage -> Optional.of(outage.replicas()).filter(count -> count != Outage.ALL));
    Key<Outage, Outage.Mode> mode =
        Key.required(
            "mode",
            "Whether the requests inside are still served, or dropped",
            Scalars.word(Outage.Mode.class, each -> true),
            Outage::mode);
    Key<Outage, Duration> start = start();
    Key<Outage, Duration> duration = duration();
    return new MappingShape<>(
        "outage",
        "Replicas of a service take no new requests.",
        List.of(service, replicas, mode, start, duration),
        values ->
            new Outage(
                values.get(service),
                values.get(replicas).orElse(Outage.ALL),
                values.get(mode),
                values.get(start),
                values.get(duration)));
  }

  private static Optional<Fault.Slowdown> slowdown(Fault fault, boolean pause) {
    return fault instanceof Fault.Slowdown slowdown
            && pause == (slowdown.factor() == Double.POSITIVE_INFINITY)
        ? Optional.of(slowdown)
        : Optional.empty();
  }

  private static Shape<Fault.Slowdown> slowdown() {
    Key<Fault.Slowdown, String> service = service(Fault.Slowdown::service);
    Key<Fault.Slowdown, Double> factor =
        Key.required(
            "factor", "How much longer", Scalars.number(Range.above(1)), Fault.Slowdown::factor);
    Key<Fault.Slowdown, Duration> start = start();
    Key<Fault.Slowdown, Duration> duration = duration();
    return new MappingShape<>(
        "slowdown",
        "CPU steps of a service take longer: a noisy neighbour, a throttled container.",
        List.of(service, factor, start, duration),
        values ->
            new Fault.Slowdown(
                values.get(service), values.get(factor), values.get(start), values.get(duration)));
  }

  private static Shape<Fault.Slowdown> pause() {
    Key<Fault.Slowdown, String> service = service(Fault.Slowdown::service);
    Key<Fault.Slowdown, Duration> start = start();
    Key<Fault.Slowdown, Duration> duration = duration();
    return new MappingShape<>(
        "pause",
        "CPU steps of a service stand still: a garbage collector's pause.",
        List.of(service, start, duration),
        values ->
            new Fault.Slowdown(
                values.get(service),
                Double.POSITIVE_INFINITY,
                values.get(start),
                values.get(duration)));
  }

  private static Shape<Fault.PoolShrink> poolShrink() {
    Key<Fault.PoolShrink, String> service = service(Fault.PoolShrink::service);
    Key<Fault.PoolShrink, String> pool =
        Key.required("pool", "One of the service's pools", Scalars.text(), Fault.PoolShrink::pool);
    Key<Fault.PoolShrink, Integer> size =
        Key.required(
            "size",
            "Connections in each replica meanwhile, fewer than without the fault",
            Scalars.whole(0, Integer.MAX_VALUE),
            Fault.PoolShrink::size);
    Key<Fault.PoolShrink, Duration> start = start();
    Key<Fault.PoolShrink, Duration> duration = duration();
    return new MappingShape<>(
        "poolShrink",
        "A connection pool has fewer connections.",
        List.of(service, pool, size, start, duration),
        values ->
            new Fault.PoolShrink(
                values.get(service),
                values.get(pool),
                values.get(size),
                values.get(start),
                values.get(duration)));
  }

  private static Shape<Fault.LatencySpike> latencySpike() {
    Key<Fault.LatencySpike, String> link = link(Fault.LatencySpike::link);
    Key<Fault.LatencySpike, Duration> added =
        Key.required(
            "added",
            "How much longer each takes, more than 0 and at most 365 d",
            Scalars.duration(),
            Fault.LatencySpike::added);
    Key<Fault.LatencySpike, Duration> start = start();
    Key<Fault.LatencySpike, Duration> duration = duration();
    return new MappingShape<>(
        "latencySpike",
        "Messages that leave over a link take longer.",
        List.of(link, added, start, duration),
        values ->
            new Fault.LatencySpike(
                values.get(link), values.get(added), values.get(start), values.get(duration)));
  }

  private static Shape<Fault.ExtraLoss> extraLoss() {
    Key<Fault.ExtraLoss, String> link = link(Fault.ExtraLoss::link);
    Key<Fault.ExtraLoss, Double> loss =
        Key.required(
            "loss", "Share of messages lost, more than 0", Scalars.share(), Fault.ExtraLoss::loss);
    Key<Fault.ExtraLoss, Duration> start = start();
    Key<Fault.ExtraLoss, Duration> duration = duration();
    return new MappingShape<>(
        "extraLoss",
        "Messages that leave over a link are lost, besides those that are lost anyway.",
        List.of(link, loss, start, duration),
        values ->
            new Fault.ExtraLoss(
                values.get(link), values.get(loss), values.get(start), values.get(duration)));
  }

  private static Shape<Fault.Surge> surge() {
    Key<Fault.Surge, Double> factor =
        Key.required(
            "factor",
            "Of the arrival rate; below 1 for a lull",
            Scalars.number(Range.above(0)),
            Fault.Surge::factor);
    Key<Fault.Surge, Duration> start = start();
    Key<Fault.Surge, Duration> duration = duration();
    return new MappingShape<>(
        "surge",
        "Requests arrive faster.",
        List.of(factor, start, duration),
        values -> new Fault.Surge(values.get(factor), values.get(start), values.get(duration)));
  }
}
