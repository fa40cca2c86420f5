package dev.fastsim.scenario;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;

/**
 * One direction of a network path. Messages do not hinder each other.
 *
 * @param latency of one message, in seconds
 * @param loss share of messages lost, from 0 to 1
 */
public record Network(Distribution latency, double loss) {

  /** Instant and lossless. */
  public static final Network IDEAL = new Network(new Constant(0), 0);

  public Network {
    Check.that(loss >= 0 && loss <= 1, "loss must be from 0 to 1, but is %s", loss);
  }
}
