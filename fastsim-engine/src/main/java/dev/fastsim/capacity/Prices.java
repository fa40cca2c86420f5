package dev.fastsim.capacity;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import org.apiguardian.api.API;

/**
 * What machines cost, in any unit. Each is finite and not negative.
 *
 * @param replica of a replica, whatever is in it
 * @param core of each core of each replica
 * @param gibibyte of each GiB of memory of each replica; memory without limit costs nothing
 * @param connection of each connection of each pool of each replica
 */
@API(status = API.Status.EXPERIMENTAL)
public record Prices(double replica, double core, double gibibyte, double connection) {

  /** A core costs 1, and nothing else does. */
  public static final Prices CORES_ALONE = new Prices(0, 1, 0, 0);

  private static final double BYTES_PER_GIBIBYTE = 1L << 30;

  public Prices {
    require("replica", replica);
    require("core", core);
    require("gibibyte", gibibyte);
    require("connection", connection);
  }

  private static void require(String what, double price) {
    if (!(price >= 0 && Double.isFinite(price))) {
      throw new IllegalArgumentException(
          "the price of a %s must be finite and not negative, but is %s".formatted(what, price));
    }
  }

  /** What all services of a scenario cost together. */
  public double of(Scenario scenario) {
    return scenario.services().stream().mapToDouble(this::of).sum();
  }

  private double of(Service service) {
    Server server = service.server();
    double memory =
        server.ramBytes() == Server.UNLIMITED ? 0 : server.ramBytes() / BYTES_PER_GIBIBYTE;
    double connections = service.pools().stream().mapToInt(ConnectionPool::size).sum();
    return server.replicas()
        * (replica + core * server.cores() + gibibyte * memory + connection * connections);
  }
}
