package dev.fastsim.model;

import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Price;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Server;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads what the service has: the server, its prices, its network. */
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
    Concurrency concurrency = new ConcurrencyReader(type, finder, mistakes).concurrency();
    return finder
        .onClass(type, dev.fastsim.annotations.Server.class)
        .map(Found::annotation)
        .flatMap(words -> server(words, concurrency))
        .orElseGet(() -> Server.DEFAULT.withConcurrency(concurrency));
  }

  private Optional<Server> server(dev.fastsim.annotations.Server words, Concurrency concurrency) {
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
                words.maxQueue(),
                concurrency));
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

  Optional<Autoscaler> autoscaler() {
    return finder
        .onClass(type, dev.fastsim.annotations.Autoscaler.class)
        .map(Found::annotation)
        .flatMap(this::autoscaler);
  }

  private Optional<Autoscaler> autoscaler(dev.fastsim.annotations.Autoscaler words) {
    Place place = mistakes.on(type, dev.fastsim.annotations.Autoscaler.class);
    Optional<Double> target =
        place.attribute("targetUtilization", () -> Shares.parse(words.targetUtilization()));
    Optional<Duration> coldStart = duration(place, "coldStart", words.coldStart());
    Optional<Duration> syncPeriod = duration(place, "syncPeriod", words.syncPeriod());
    Optional<Duration> window = duration(place, "scaleDownWindow", words.scaleDownWindow());
    Optional<Double> tolerance =
        place.attribute("tolerance", () -> Shares.parse(words.tolerance()));
    return place.whole(
        () ->
            new Autoscaler(
                words.min(),
                words.max(),
                target.orElse(1.0),
                coldStart.orElse(Autoscaler.COLD_START),
                syncPeriod.orElse(Autoscaler.SYNC_PERIOD),
                window.orElse(Autoscaler.SCALE_DOWN_WINDOW),
                tolerance.orElse(Autoscaler.TOLERANCE)));
  }

  private static Optional<Duration> duration(Place place, String attribute, String text) {
    return place.attribute(attribute, () -> Duration.ofNanos(Durations.parseNanos(text)));
  }
}
