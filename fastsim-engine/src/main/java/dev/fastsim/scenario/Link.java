package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;
import java.util.List;

/**
 * A network path in one direction between two nodes. Messages do not hinder each other.
 *
 * @param name unique among the links
 * @param from a node, or {@link #CLIENTS}
 * @param to another node, or {@link #CLIENTS}
 * @param latency of one message, in seconds
 * @param loss share of messages lost, from 0 to 1
 */
public record Link(String name, String from, String to, Distribution latency, double loss) {

  /** Where requests come from and responses go to; not a node. */
  public static final String CLIENTS = "clients";

  public Link {
    Check.name("a link", name);
    Check.that(!from.equals(to), "a link must join different nodes, but is from '%s' to it", from);
    Check.that(loss >= 0 && loss <= 1, "loss must be from 0 to 1, but is %s", loss);
  }

  /** A link with the name that is usual where nobody gave one. */
  public static Link between(String from, String to, Network network) {
    return new Link(nameOf(from, to), from, to, network.latency(), network.loss());
  }

  /** The links of a service that is alone: from the clients, and back to them. */
  public static List<Link> bothWays(String service, Network requests, Network responses) {
    return List.of(between(CLIENTS, service, requests), between(service, CLIENTS, responses));
  }

  /** The usual name: {@code clients -> checkout}. */
  public static String nameOf(String from, String to) {
    return from + " -> " + to;
  }
}
