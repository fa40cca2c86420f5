package dev.fastsim.scenario;

import dev.fastsim.units.Dollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * What the machines of a service cost, in dollars an hour. Each price is from 0 to a million, with
 * at most nine digits after the point, so that sums are exact.
 *
 * @param replica of a replica, whatever is in it
 * @param core of each core of each replica
 * @param gibibyte of each GiB of memory of each replica; memory without limit costs nothing
 * @param connection of each connection of each pool of each replica
 */
@API(status = API.Status.EXPERIMENTAL)
public record Prices(
    BigDecimal replica, BigDecimal core, BigDecimal gibibyte, BigDecimal connection) {

  /** Hours in a month: 365 days of 24 hours, divided by 12. */
  public static final int HOURS_PER_MONTH = 730;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BYTES_PER_GIBIBYTE = BigDecimal.valueOf(1L << 30);

  /** Nothing costs anything, which is so where no prices are given. */
  public static final Prices NONE = new Prices(0, 0, 0, 0);

  /** A core costs a dollar an hour, and nothing else does. */
  public static final Prices CORES_ALONE = new Prices(0, 1, 0, 0);

  public Prices {
    replica = checked("replica", replica);
    core = checked("core", core);
    gibibyte = checked("gibibyte", gibibyte);
    connection = checked("connection", connection);
  }

  /** The same from doubles, each taken for the shortest decimal that it stands for. */
  public Prices(double replica, double core, double gibibyte, double connection) {
    this(
        decimal("replica", replica),
        decimal("core", core),
        decimal("gibibyte", gibibyte),
        decimal("connection", connection));
  }

  private static BigDecimal decimal(String what, double price) {
    Check.that(
        Double.isFinite(price),
        "the price of a %s must be from $0 to $1000000 an hour, but is %s",
        what,
        price);
    return BigDecimal.valueOf(price);
  }

  private static BigDecimal checked(String what, BigDecimal price) {
    Check.that(
        price.signum() >= 0 && price.compareTo(MOST) <= 0,
        "the price of a %s must be from $0 to $1000000 an hour, but is %s",
        what,
        price);
    BigDecimal stripped = price.stripTrailingZeros();
    Check.that(
        stripped.scale() <= Dollars.SCALE,
        "the price of a %s must have at most 9 digits after the point, but is %s",
        what,
        price);
    return stripped;
  }

  /** Whether nothing costs anything. */
  public boolean areNone() {
    return equals(NONE);
  }

  /** What all machines of a scenario cost together, each by the prices of its service. */
  public static BigDecimal perHour(Scenario scenario) {
    return scenario.services().stream()
        .map(service -> service.prices().perHour(service))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the machines of a service cost an hour; that of memory is rounded to a nano-dollar. */
  public BigDecimal perHour(Service service) {
    Server server = service.server();
    BigDecimal memory =
        server.ramBytes() == Server.UNLIMITED
            ? BigDecimal.ZERO
            : gibibyte
                .multiply(BigDecimal.valueOf(server.ramBytes()))
                .divide(BYTES_PER_GIBIBYTE, Dollars.SCALE, RoundingMode.HALF_EVEN);
    long connections = service.pools().stream().mapToLong(ConnectionPool::size).sum();
    return replica
        .add(core.multiply(BigDecimal.valueOf(server.cores())))
        .add(memory)
        .add(connection.multiply(BigDecimal.valueOf(connections)))
        .multiply(BigDecimal.valueOf(server.replicas()));
  }
}
