package dev.fastsim.model;

import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.settings.PoolSettings;
import dev.fastsim.units.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the connection pools, and what they take from settings. */
final class PoolReader {

  /** The size of a pool that says none. */
  private static final int LEFT_OUT = -1;

  private static final int STANDARD_SIZE = 10;
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(30);

  private final Place place;
  private final List<ConnectionPool> words;
  private final SettingsReader settings;

  PoolReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes, SettingsReader settings) {
    this.place = mistakes.on(type, ConnectionPool.class);
    this.words = finder.pools(type);
    this.settings = settings;
  }

  /** The names of all pools that are written. */
  PoolNames names() {
    return new PoolNames(words.stream().map(ConnectionPool::name).toList());
  }

  /** The pools without mistakes. */
  List<dev.fastsim.scenario.ConnectionPool> pools() {
    return words.stream().flatMap(each -> pool(each).stream()).toList();
  }

  private Optional<dev.fastsim.scenario.ConnectionPool> pool(ConnectionPool pool) {
    Optional<PoolSettings> taken =
        pool.settings().isEmpty()
            ? Optional.empty()
            : settings.read(place, from -> from.pool(pool.settings()));
    taken.ifPresent(from -> note(pool, from));
    int size =
        pool.size() == LEFT_OUT
            ? taken.map(from -> from.size().value()).orElse(STANDARD_SIZE)
            : pool.size();
    Duration timeout =
        pool.acquireTimeout().isEmpty()
            ? taken.map(from -> from.acquireTimeout().value()).orElse(STANDARD_TIMEOUT)
            : place
                .attribute(
                    "acquireTimeout",
                    () -> Duration.ofNanos(Durations.parseNanos(pool.acquireTimeout())))
                .orElse(STANDARD_TIMEOUT);
    try {
      return Optional.of(new dev.fastsim.scenario.ConnectionPool(pool.name(), size, timeout));
    } catch (IllegalArgumentException refused) {
      place.refuse("pool '%s': %s".formatted(pool.name(), refused.getMessage()));
      return Optional.empty();
    }
  }

  private void note(ConnectionPool pool, PoolSettings taken) {
    List<String> texts = new ArrayList<>();
    if (pool.size() == LEFT_OUT) {
      texts.add(taken.sizeText());
    }
    if (pool.acquireTimeout().isEmpty()) {
      texts.add(taken.acquireTimeoutText());
    }
    if (!texts.isEmpty()) {
      settings.note("pool %s: %s".formatted(pool.name(), String.join(", ", texts)));
    }
  }
}
