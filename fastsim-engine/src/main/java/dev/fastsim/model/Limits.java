package dev.fastsim.model;

import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The limits one SLA annotation sets, in the order they are asked for. */
final class Limits {

  private static final String ALL = "*";

  private final Place place;
  private final Optional<List<String>> whatIfs;
  private final List<Promise> promises = new ArrayList<>();
  private boolean any;

  /**
   * @param whatIfs the attribute of that name
   */
  Limits(Place place, String... whatIfs) {
    this.place = place;
    List<String> names = List.of(whatIfs);
    this.whatIfs = names.contains(ALL) ? Optional.empty() : Optional.of(names);
    if (names.contains(ALL) && names.size() > 1) {
      place.refuse("whatIfs", "\"*\" stands for all what-ifs; leave the others out");
    }
  }

  /** A limit as a duration; left out if empty. */
  void duration(String attribute, String text, Metric metric) {
    add(attribute, text, metric, it -> Durations.parseNanos(it) / 1e9, false);
  }

  /** A limit as a share; left out if empty. */
  void share(String attribute, String text, Metric metric) {
    add(attribute, text, metric, Shares::parse, false);
  }

  /** A limit as a share that may be zero. */
  void shareOrNone(String attribute, String text, Metric metric) {
    add(attribute, text, metric, Shares::parse, true);
  }

  /** A limit as a rate. */
  void rate(String attribute, String text, Metric metric) {
    add(attribute, text, metric, Rates::parsePerSecond, false);
  }

  /** A limit as an amount of money. */
  void dollars(String attribute, String text, Metric metric) {
    add(attribute, text, metric, it -> Dollars.parse(it).doubleValue(), false);
  }

  private void add(
      String attribute,
      String text,
      Metric metric,
      ToDoubleFunction<String> parser,
      boolean zeroAllowed) {
    if (text.isEmpty()) {
      return;
    }
    any = true;
    Optional<Objective> objective =
        place
            .attribute(attribute, () -> parser.applyAsDouble(text))
            .map(limit -> new Objective(metric, limit, whatIfs));
    if (objective.isPresent() && objective.get().limit() == 0 && !zeroAllowed) {
      place.refuse(attribute, "a limit must be more than 0, but is '%s'".formatted(text));
    }
    if (promises.stream().anyMatch(known -> known.metric().equals(metric))) {
      place.refuse(
          attribute,
          "%s is limited twice; keep one limit".formatted(new Objective(metric, 0).metricText()));
    } else {
      promises.add(new Promise(metric, text, objective, whatIfs));
    }
  }

  /** What was set. */
  List<Promise> set() {
    return List.copyOf(promises);
  }

  /** What was set; nothing at all is a mistake. */
  List<Promise> orRefuse(String choices) {
    if (!any) {
      place.refuse("it sets no limit; give at least one of " + choices);
    }
    return set();
  }
}
