package dev.fastsim.model;

import dev.fastsim.annotations.SizingSla;
import dev.fastsim.capacity.Choice;
import dev.fastsim.capacity.SizingGoal;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.ValueLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is promised about the machines. */
final class SizingReader {

  private final Optional<SizingSla> sizing;
  private final String service;
  private final Mistakes mistakes;
  private final Place place;

  SizingReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.sizing = finder.onClass(type, SizingSla.class).map(Found::annotation);
    this.service = ClassName.of(type);
    this.mistakes = mistakes;
    this.place = mistakes.on(type, SizingSla.class);
  }

  /** What is promised. */
  Optional<SizingPromise> promise() {
    return sizing.map(
        sla ->
            new SizingPromise(SizingGoal.text(sla.maxCost(), sla.declaredIsCheapest()), goal(sla)));
  }

  /**
   * Reports what is wrong with it.
   *
   * @param pools of the service
   * @param anyPromise whether there is a promise to size for
   */
  void check(List<String> pools, boolean anyPromise) {
    promise();
    sizing.ifPresent(
        sla -> {
          for (String text : sla.pools()) {
            String name = poolName(text);
            if (!name.isEmpty() && !pools.contains(name)) {
              place.refuse(
                  "pools", "there is no pool '%s'; the service has %s".formatted(name, pools));
            }
          }
          if (!anyPromise) {
            place.refuse("there is no SLA to keep; add one, such as @LatencySla");
          }
        });
  }

  private Optional<SizingGoal> goal(SizingSla sla) {
    int before = mistakes.count();
    List<Choice> choices = new ArrayList<>();
    add("replicas", sla.replicas(), new Parameter.Replicas(service), choices);
    add("cores", sla.cores(), new Parameter.Cores(service), choices);
    add("ram", sla.ram(), new Parameter.Ram(service), choices);
    for (String text : sla.pools()) {
      String name = poolName(text);
      if (name.isEmpty()) {
        place.refuse("pools", "'%s' is not a pool and its sizes, such as db=5,10".formatted(text));
      } else {
        add(
            "pools",
            text.substring(text.indexOf('=') + 1),
            new Parameter.PoolSize(service, name),
            choices);
      }
    }
    return mistakes.count() > before
        ? Optional.empty()
        : place.whole(() -> new SizingGoal(choices, sla.maxCost(), sla.declaredIsCheapest()));
  }

  private void add(String attribute, String text, Parameter parameter, List<Choice> choices) {
    if (!text.isBlank()) {
      place.attribute(attribute, () -> choice(parameter, text)).ifPresent(choices::add);
    }
  }

  private static Choice choice(Parameter parameter, String text) {
    List<Double> values =
        parameter instanceof Parameter.Ram
            ? ValueLists.parse(text, ByteSizes::parseBytes)
            : ValueLists.parse(text);
    for (double value : values) {
      if (!(value >= 1 && value == Math.rint(value))) {
        throw new IllegalArgumentException(
            "%s must be a whole number, 1 or more, but is %s".formatted(parameter.text(), value));
      }
    }
    return new Choice(parameter, values);
  }

  private static String poolName(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? "" : text.substring(0, equals).strip();
  }
}
