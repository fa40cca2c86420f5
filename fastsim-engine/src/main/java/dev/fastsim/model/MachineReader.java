package dev.fastsim.model;

import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Price;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Server;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the service has: the server, its pools, its network, its rate limiter. */
final class MachineReader {

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;

  MachineReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
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
      Optional<Duration> timeout =
          place.attribute(
              "acquireTimeout",
              () -> Duration.ofNanos(Durations.parseNanos(words.acquireTimeout())));
      try {
        pools.add(
            new ConnectionPool(words.name(), words.size(), timeout.orElse(Duration.ofSeconds(30))));
      } catch (IllegalArgumentException refused) {
        place.refuse("pool '%s': %s".formatted(words.name(), refused.getMessage()));
      }
    }
    return pools;
  }

  Prices prices() {
    return finder
        .onClass(type, Price.class)
        .map(Found::annotation)
        .flatMap(this::prices)
        .orElse(Prices.NONE);
  }

  private Optional<Prices> prices(Price words) {
    Place place = mistakes.on(type, Price.class);
    if ((words.replica() + words.core() + words.gib() + words.connection()).isEmpty()) {
      place.refuse("it sets no price; give at least one of replica, core, gib, connection");
    }
    BigDecimal replica = price("replica", words.replica(), place);
    BigDecimal core = price("core", words.core(), place);
    BigDecimal gibibyte = price("gib", words.gib(), place);
    BigDecimal connection = price("connection", words.connection(), place);
    return place.whole(() -> new Prices(replica, core, gibibyte, connection));
  }

  private static BigDecimal price(String attribute, String text, Place place) {
    return text.isEmpty()
        ? BigDecimal.ZERO
        : place.attribute(attribute, () -> Dollars.parsePerHour(text)).orElse(BigDecimal.ZERO);
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
