package dev.fastsim.model;

import dev.fastsim.annotations.Direction;
import dev.fastsim.annotations.ExtraLoss;
import dev.fastsim.annotations.LatencySpike;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Pause;
import dev.fastsim.annotations.PoolShrink;
import dev.fastsim.annotations.Slowdown;
import dev.fastsim.annotations.Surge;
import dev.fastsim.annotations.WhatIf;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what goes wrong for a while: kind by kind, each as it is written. */
final class FaultReader {

  private final Class<?> type;
  private final String service;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final Optional<RunPlan> runs;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param runs during which faults must begin; empty if they have mistakes of their own
   */
  FaultReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes, Optional<RunPlan> runs) {
    this.type = type;
    this.service = ClassName.of(type);
    this.finder = finder;
    this.mistakes = mistakes;
    this.runs = runs;
  }

  /** When a fault happens. */
  private record Period(Duration start, Duration duration) {}

  /** Those that the class is annotated with. */
  List<Fault> faults(PoolNames poolNames, List<ConnectionPool> pools) {
    onClass(Outage.class, this::outage);
    onClass(LatencySpike.class, this::spike);
    onClass(ExtraLoss.class, this::loss);
    onClass(Slowdown.class, this::slowdown);
    onClass(Pause.class, this::pause);
    onClass(PoolShrink.class, (words, place) -> shrink(words, place, poolNames, pools));
    onClass(Surge.class, this::surge);
    return List.copyOf(faults);
  }

  /** Those of a what-if. */
  List<Fault> faults(WhatIf whatIf, Place place, PoolNames poolNames, List<ConnectionPool> pools) {
    each(whatIf.outages(), place.inside(Outage.class), this::outage);
    each(whatIf.latencySpikes(), place.inside(LatencySpike.class), this::spike);
    each(whatIf.extraLosses(), place.inside(ExtraLoss.class), this::loss);
    each(whatIf.slowdowns(), place.inside(Slowdown.class), this::slowdown);
    each(whatIf.pauses(), place.inside(Pause.class), this::pause);
    each(
        whatIf.poolShrinks(),
        place.inside(PoolShrink.class),
        (words, inside) -> shrink(words, inside, poolNames, pools));
    each(whatIf.surges(), place.inside(Surge.class), this::surge);
    return List.copyOf(faults);
  }

  private <A extends Annotation> void onClass(Class<A> kind, BiConsumer<A, Place> reader) {
    Place place = mistakes.on(type, kind);
    finder.allOnClass(type, kind).forEach(words -> reader.accept(words, place));
  }

  private static <A extends Annotation> void each(
      A[] all, Place place, BiConsumer<A, Place> reader) {
    for (A words : all) {
      reader.accept(words, place);
    }
  }

  private void outage(Outage words, Place place) {
    Fault.Outage.Mode mode = Fault.Outage.Mode.valueOf(words.mode().name());
    Period when = period(place, words.start(), words.duration());
    add(
        place,
        () -> new Fault.Outage(service, words.replicas(), mode, when.start(), when.duration()));
  }

  private void spike(LatencySpike words, Place place) {
    Period when = period(place, words.start(), words.duration());
    duration(place, "added", words.added())
        .ifPresent(
            added ->
                onLinks(
                    words.direction(),
                    place,
                    link -> new Fault.LatencySpike(link, added, when.start(), when.duration())));
  }

  private void loss(ExtraLoss words, Place place) {
    Period when = period(place, words.start(), words.duration());
    place
        .attribute("loss", () -> Shares.parse(words.loss()))
        .ifPresent(
            loss ->
                onLinks(
                    words.direction(),
                    place,
                    link -> new Fault.ExtraLoss(link, loss, when.start(), when.duration())));
  }

  private void slowdown(Slowdown words, Place place) {
    slow(place, words.factor(), words.start(), words.duration());
  }

  private void pause(Pause words, Place place) {
    slow(place, Double.POSITIVE_INFINITY, words.start(), words.duration());
  }

  private void slow(Place place, double factor, String start, String duration) {
    Period when = period(place, start, duration);
    add(place, () -> new Fault.Slowdown(service, factor, when.start(), when.duration()));
  }

  private void shrink(
      PoolShrink words, Place place, PoolNames poolNames, List<ConnectionPool> pools) {
    Period when = period(place, words.start(), words.duration());
    if (!poolNames.require(words.pool(), place)) {
      return;
    }
    for (ConnectionPool pool : pools) {
      if (pool.name().equals(words.pool()) && words.size() >= pool.size()) {
        place.refuse(
            "size",
            "it must be less than the %d of pool '%s', but is %d"
                .formatted(pool.size(), pool.name(), words.size()));
        return;
      }
    }
    add(
        place,
        () ->
            new Fault.PoolShrink(
                service, words.pool(), words.size(), when.start(), when.duration()));
  }

  private void surge(Surge words, Place place) {
    Period when = period(place, words.start(), words.duration());
    add(place, () -> new Fault.Surge(words.factor(), when.start(), when.duration()));
  }

  private void onLinks(Direction direction, Place place, Function<String, Fault> maker) {
    links(direction).forEach(link -> add(place, () -> maker.apply(link)));
  }

  private void add(Place place, Supplier<Fault> maker) {
    place.whole(maker).ifPresent(faults::add);
  }

  private List<String> links(Direction direction) {
    String requests = Link.nameOf(Link.CLIENTS, service);
    String responses = Link.nameOf(service, Link.CLIENTS);
    return switch (direction) {
      case BOTH -> List.of(requests, responses);
      case REQUESTS -> List.of(requests);
      case RESPONSES -> List.of(responses);
    };
  }

  /** When it happens; after a mistake some other time, so that the rest can be looked at. */
  private Period period(Place place, String start, String duration) {
    Optional<Duration> from = duration(place, "start", start);
    Optional<Duration> length = duration(place, "duration", duration);
    Optional<Duration> end = runs.map(RunPlan::duration);
    if (from.isPresent() && end.isPresent() && from.get().compareTo(end.get()) >= 0) {
      place.refuse(
          "start",
          "it must be before the end of a run at %s, but is '%s'"
              .formatted(Durations.format(end.get().toNanos()), start));
    }
    return new Period(from.orElse(Duration.ZERO), length.orElse(Duration.ofSeconds(1)));
  }

  private static Optional<Duration> duration(Place place, String attribute, String text) {
    return place.attribute(attribute, () -> Duration.ofNanos(Durations.parseNanos(text)));
  }
}
