package dev.fastsim.scenario;

import java.util.Optional;

/**
 * An operation that clients call.
 *
 * @param name unique in the scenario
 * @param weight share of the traffic relative to the other endpoints, positive and finite
 * @param limiter a limiter of the endpoint's own, if any
 * @param body what a request does
 */
public record Endpoint(String name, double weight, Optional<Limiter> limiter, Body body) {
  public Endpoint {
    Check.name("an endpoint", name);
    Check.weight(weight);
  }
}
