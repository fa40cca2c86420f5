package dev.fastsim.cli;

import dev.fastsim.scenario.Prices;
import java.math.BigDecimal;
import picocli.CommandLine.Option;

/** What machines cost, where that is not said by the file. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PriceOptions {

  @Option(
      names = "--price-replica",
      paramLabel = "PRICE",
      description = "Of a replica, whatever is in it (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private BigDecimal replica;

  @Option(
      names = "--price-core",
      paramLabel = "PRICE",
      description = "Of a core (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private BigDecimal core;

  @Option(
      names = "--price-gib",
      paramLabel = "PRICE",
      description = "Of a GiB of memory (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private BigDecimal gibibyte;

  @Option(
      names = "--price-connection",
      paramLabel = "PRICE",
      description = "Of a connection (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private BigDecimal connection;

  /** The prices given, and the defaults of the others. */
  Prices prices() {
    return new Prices(replica, core, gibibyte, connection);
  }
}
