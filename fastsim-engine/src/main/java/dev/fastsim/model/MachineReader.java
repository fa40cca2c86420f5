package dev.fastsim.model;

import dev.fastsim.annotations.Network;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Server;
import dev.fastsim.settings.PoolSettings;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the service has: the server, its pools, its network, its rate limiter. */
final class MachineReader {

  /** The size of a pool that says none. */
  private static final int LEFT_OUT = -1;

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final SettingsReader settings;

  MachineReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
    this.settings = new SettingsReader(type, finder, mistakes);
  }

  /** What was taken from settings, in words. */
  List<String> notes() {
    return settings.notes();
  }

  Server server() {
    return finder
        .onClass(type, dev.fastsim.annotations.Server.class)
        .map(Found::annotation)
        .flatMap(this::server)
        .orElse(Server.DEFAULT);
  }

  private Optional<Server> server(dev.fastsim.annotations.Server words) {
    Place place = mistakes.on(type, dev.fastsim.annotations.Server.class);
    Optional<Long> ram =
        words.ram().isEmpty()
            ? Optional.of(Server.UNLIMITED)
            : place.attribute("ram", () -> ByteSizes.parseBytes(words.ram()));
    BalancingPolicy balancer = BalancingPolicy.valueOf(words.balancer().name());
    return place.whole(
        () ->
            new Server(
                words.cores(),
                ram.orElse(Server.UNLIMITED),
                words.replicas(),
                balancer,
                words.maxQueue()));
  }

  List<ConnectionPool> pools() {
    List<ConnectionPool> pools = new ArrayList<>();
    Place place = mistakes.on(type, dev.fastsim.annotations.ConnectionPool.class);
    for (dev.fastsim.annotations.ConnectionPool words : finder.pools(type)) {
      pool(words, place).ifPresent(pools::add);
    }
    return pools;
  }

  private Optional<ConnectionPool> pool(dev.fastsim.annotations.ConnectionPool words, Place place) {
    ConnectionPool otherwise = new ConnectionPool("pool", 10, Duration.ofSeconds(30));
    Optional<PoolSettings> taken =
        words.settings().isEmpty()
            ? Optional.empty()
            : settings.read(place, from -> from.pool(words.settings()));
    int size =
        words.size() != LEFT_OUT
            ? words.size()
            : taken.map(from -> from.size().value()).orElse(otherwise.size());
    Optional<Duration> timeout =
        words.acquireTimeout().isEmpty()
            ? Optional.of(
                taken.map(from -> from.acquireTimeout().value()).orElse(otherwise.acquireTimeout()))
            : place.attribute(
                "acquireTimeout",
                () -> Duration.ofNanos(Durations.parseNanos(words.acquireTimeout())));
    taken.ifPresent(from -> note(words, from));
    try {
      return Optional.of(
          new ConnectionPool(words.name(), size, timeout.orElse(otherwise.acquireTimeout())));
    } catch (IllegalArgumentException refused) {
      place.refuse("pool '%s': %s".formatted(words.name(), refused.getMessage()));
      return Optional.empty();
    }
  }

  private void note(dev.fastsim.annotations.ConnectionPool words, PoolSettings taken) {
    List<String> texts = new ArrayList<>();
    if (words.size() == LEFT_OUT) {
      texts.add(taken.sizeText());
    }
    if (words.acquireTimeout().isEmpty()) {
      texts.add(taken.acquireTimeoutText());
    }
    if (!texts.isEmpty()) {
      settings.note("pool %s: %s".formatted(words.name(), String.join(", ", texts)));
    }
  }

  PoolNames poolNames() {
    return new PoolNames(
        finder.pools(type).stream().map(dev.fastsim.annotations.ConnectionPool::name).toList());
  }

  dev.fastsim.scenario.Network network() {
    return finder
        .onClass(type, Network.class)
        .map(Found::annotation)
        .flatMap(this::network)
        .orElse(dev.fastsim.scenario.Network.IDEAL);
  }

  private Optional<dev.fastsim.scenario.Network> network(Network words) {
    Place place = mistakes.on(type, Network.class);
    Optional<Distribution> latency =
        place.attribute("latency", () -> Distribution.ofDurations(words.latency()));
    Optional<Double> loss = place.attribute("loss", () -> Shares.parse(words.loss()));
    return latency.flatMap(
        time ->
            loss.flatMap(
                share -> place.whole(() -> new dev.fastsim.scenario.Network(time, share))));
  }

  Optional<RateLimiter> limiter() {
    return finder
        .onClass(type, dev.fastsim.annotations.RateLimiter.class)
        .map(Found::annotation)
        .flatMap(
            words -> limiter(words, mistakes.on(type, dev.fastsim.annotations.RateLimiter.class)));
  }

  Optional<RateLimiter> limiter(Method endpoint) {
    return finder
        .onMethod(endpoint, dev.fastsim.annotations.RateLimiter.class)
        .flatMap(
            words ->
                limiter(words, mistakes.on(endpoint, dev.fastsim.annotations.RateLimiter.class)));
  }

  private static Optional<RateLimiter> limiter(
      dev.fastsim.annotations.RateLimiter words, Place place) {
    return place.whole(() -> new RateLimiter(words.permitsPerSecond(), words.burst()));
  }
}
