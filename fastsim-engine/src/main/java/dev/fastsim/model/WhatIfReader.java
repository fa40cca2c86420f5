package dev.fastsim.model;

import dev.fastsim.annotations.PoolSize;
import dev.fastsim.annotations.StepTime;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.units.ByteSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the other circumstances that promises are to be kept in: the attributes in a fixed order.
 * Whether the service has what they speak of is found out when the scenario is put together.
 */
final class WhatIfReader {

  private final Class<?> type;
  private final String service;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final Optional<RunPlan> runs;

  /**
   * @param runs during which faults must begin; empty if they have mistakes of their own
   */
  WhatIfReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes, Optional<RunPlan> runs) {
    this.type = type;
    this.service = ClassName.of(type);
    this.finder = finder;
    this.mistakes = mistakes;
    this.runs = runs;
  }

  /** Their names at a glance: each once, blank ones left out. */
  static List<String> names(Class<?> type, AnnotationFinder finder) {
    return finder.allOnClass(type, dev.fastsim.annotations.WhatIf.class).stream()
        .map(dev.fastsim.annotations.WhatIf::name)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  List<WhatIf> whatIfs(PoolNames poolNames, List<ConnectionPool> pools) {
    List<WhatIf> whatIfs = new ArrayList<>();
    for (dev.fastsim.annotations.WhatIf words :
        finder.allOnClass(type, dev.fastsim.annotations.WhatIf.class)) {
      Place place = mistakes.on(type, dev.fastsim.annotations.WhatIf.class).named(words.name());
      int before = mistakes.count();
      List<Change> changes = changes(words, place, poolNames, pools);
      if (mistakes.count() > before) {
        continue;
      } else if (changes.isEmpty()) {
        place.refuse("it changes nothing; give at least one attribute besides the name");
      } else {
        place.whole(() -> new WhatIf(words.name(), changes)).ifPresent(whatIfs::add);
      }
    }
    return whatIfs;
  }

  private List<Change> changes(
      dev.fastsim.annotations.WhatIf words,
      Place place,
      PoolNames poolNames,
      List<ConnectionPool> pools) {
    List<Change> changes = new ArrayList<>();
    if (words.traffic() != 1) {
      changes.add(Change.traffic(words.traffic()));
    }
    if (words.cores() != 0) {
      changes.add(Change.cores(service, words.cores()));
    }
    if (words.replicas() != 0) {
      changes.add(Change.replicas(service, words.replicas()));
    }
    if (!words.ram().isEmpty()) {
      place
          .attribute("ram", () -> ByteSizes.parseBytes(words.ram()))
          .ifPresent(bytes -> changes.add(Change.ram(service, bytes)));
    }
    if (words.threads() != 0) {
      changes.add(Change.threads(service, words.threads()));
    }
    for (PoolSize pool : words.pools()) {
      changes.add(Change.pool(service, pool.pool(), pool.size()));
    }
    for (StepTime step : words.steps()) {
      changes.add(Change.step(step.step(), step.factor()));
    }
    new FaultReader(type, finder, mistakes, runs)
        .faults(words, place, poolNames, resized(pools, words.pools()))
        .forEach(fault -> changes.add(Change.fault(fault)));
    return changes;
  }

  /** The pools as the what-if has them. */
  private static List<ConnectionPool> resized(List<ConnectionPool> pools, PoolSize[] sizes) {
    List<ConnectionPool> resized = new ArrayList<>(pools);
    for (PoolSize other : sizes) {
      resized.replaceAll(
          pool ->
              pool.name().equals(other.pool()) && other.size() >= 1
                  ? new ConnectionPool(pool.name(), other.size(), Duration.ZERO)
                  : pool);
    }
    return resized;
  }
}
