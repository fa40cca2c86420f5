package dev.fastsim.yaml;

import dev.fastsim.scenario.Prices;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** How prices stand in a file. */
final class PriceShapes {

  private static final Key<Prices, BigDecimal> REPLICA =
      price("replica", "Of each replica, whatever is in it", Prices::replica);

  private static final Key<Prices, BigDecimal> CORE =
      price("core", "Of each core of each replica", Prices::core);

  private static final Key<Prices, BigDecimal> GIBIBYTE =
      price(
          "gib",
          "Of each GiB of memory of each replica; memory without limit costs nothing",
          Prices::gibibyte);

  private static final Key<Prices, BigDecimal> CONNECTION =
      price("connection", "Of each connection of each pool of each replica", Prices::connection);

  /** What the machines of a service cost. */
  static final Shape<Prices> PRICES =
      new MappingShape<>(
          "prices",
          "What the machines of a service cost by the hour, whether they are busy or not.",
          List.of(REPLICA, CORE, GIBIBYTE, CONNECTION),
          values ->
              new Prices(
                  values.get(REPLICA),
                  values.get(CORE),
                  values.get(GIBIBYTE),
                  values.get(CONNECTION)));

  private PriceShapes() {}

  private static Key<Prices, BigDecimal> price(
      String name, String about, Function<Prices, BigDecimal> getter) {
    return Key.standard(name, about, Scalars.pricePerHour(), getter, BigDecimal.ZERO);
  }
}
