package dev.fastsim.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;

/** Random scenarios, each compared in one replication: which ones differ, and what they show. */
final class Campaign {

  private final Comparison.Subject subject;
  private final long firstSeed;
  private final long scenarios;
  private final ConcurrentSkipListSet<Long> differing = new ConcurrentSkipListSet<>();
  private final Map<Feature, Integer> shown = new HashMap<>();

  Campaign(Comparison.Subject subject, long firstSeed, long scenarios) {
    this.subject = subject;
    this.firstSeed = firstSeed;
    this.scenarios = scenarios;
    Feature.all().forEach(feature -> shown.put(feature, 0));
  }

  /** On all processors. */
  void play() {
    LongStream.range(firstSeed, firstSeed + scenarios).parallel().forEach(this::play);
  }

  /** Which of a scenario's replications is compared. */
  static int replication(long seed) {
    return (int) (seed % 2);
  }

  private void play(long seed) {
    Comparison comparison;
    try {
      comparison = new Comparison(subject, RandomScenarios.of(seed), replication(seed));
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("the scenario of seed %d cannot be played".formatted(seed), failure);
    }
    if (!comparison.differences().isEmpty()) {
      differing.add(seed);
    }
    for (Feature feature : wanted()) {
      if (feature.in().test(comparison.reference)) {
        count(feature);
      }
    }
  }

  /** Features that are still to be seen. */
  private synchronized List<Feature> wanted() {
    List<Feature> wanted = new ArrayList<>();
    shown.forEach(
        (feature, count) -> {
          if (count < feature.least(scenarios)) {
            wanted.add(feature);
          }
        });
    return wanted;
  }

  private synchronized void count(Feature feature) {
    shown.merge(feature, 1, Integer::sum);
  }

  /** Seeds of the scenarios on which the simulator and the reference differ, in order. */
  List<Long> differing() {
    return List.copyOf(differing);
  }

  /** Features that occur too rarely, in words. */
  synchronized List<String> missing() {
    return wanted().stream()
        .map(
            feature ->
                "%s: in %d of %d scenarios, expected in at least %d"
                    .formatted(
                        feature.name(),
                        shown.getOrDefault(feature, 0),
                        scenarios,
                        feature.least(scenarios)))
        .toList();
  }
}
