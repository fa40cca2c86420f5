package dev.fastsim.report;

import dev.fastsim.scenario.Server;
import dev.fastsim.units.ByteSizes;

/** The machines of a service in words. */
final class Machines {

  private Machines() {}

  /** {@code 2 replicas of 1 core, 2 GiB}. */
  static String text(Server server) {
    String replicas = server.replicas() == 1 ? "" : server.replicas() + " replicas of ";
    String cores = server.cores() + (server.cores() == 1 ? " core" : " cores");
    String memory =
        server.ramBytes() == Server.UNLIMITED ? "" : ", " + ByteSizes.format(server.ramBytes());
    return replicas + cores + memory;
  }
}
