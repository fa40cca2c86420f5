package dev.fastsim.yaml;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How endpoints stand in a file: with one list of steps, or with several to choose from. */
final class EndpointShapes {

  private static final Key<Endpoint, Double> WEIGHT =
      Key.standard(
          "weight",
          "Share of the traffic relative to the other endpoints",
          Scalars.number(Range.above(0)),
          Endpoint::weight,
          1.0);

  private static final Key<Endpoint, Optional<Limiter>> LIMITER =
      Key.optional(
          "rateLimiter",
          "A limiter of the endpoint's own",
          LimiterShapes.LIMITER,
          Endpoint::limiter);

  private static final Key<Endpoint, List<Step>> STEPS =
      Key.required(
          "steps",
          "What every request does, in order",
          StepShapes.STEPS,
          endpoint -> ((Body.Fixed) endpoint.body()).steps());

  private static final Shape<Endpoint> FIXED =
      new MappingShape<>(
          "endpoint",
          "An operation whose requests all take the same steps.",
          List.of(WEIGHT, LIMITER, STEPS),
          values -> endpoint(values, new Body.Fixed(values.get(STEPS))));

  private static final Key<Body.Variant, Double> VARIANT_WEIGHT =
      Key.required(
          "weight",
          "Share of the requests relative to the other variants",
          Scalars.number(Range.above(0)),
          Body.Variant::weight);

  private static final Key<Body.Variant, List<Step>> VARIANT_STEPS =
      Key.required(
          "steps", "What such a request does, in order", StepShapes.STEPS, Body.Variant::steps);

  private static final Shape<Body.Variant> VARIANT =
      new MappingShape<>(
          "variant",
          "One of the ways a request may go.",
          List.of(VARIANT_WEIGHT, VARIANT_STEPS),
          values -> new Body.Variant(values.get(VARIANT_WEIGHT), values.get(VARIANT_STEPS)));

  private static final Key<Endpoint, List<Body.Variant>> VARIANTS =
      Key.required(
          "variants",
          "Ways a request may go, one of them by chance",
          new ListShape<>("variants", VARIANT),
          endpoint -> ((Body.Mixed) endpoint.body()).variants());

  private static final Shape<Endpoint> MIXED =
      new MappingShape<>(
          "mixedEndpoint",
          "An operation whose requests take one of several lists of steps, by chance.",
          List.of(WEIGHT, LIMITER, VARIANTS),
          EndpointShapes::mixed);

  /** An operation that clients call, named by its key. */
  static final Shape<Endpoint> ENDPOINT =
      new ChoiceShape<>(
          List.of(
              new Option<>("steps", FIXED, withBody(Body.Fixed.class)),
              new Option<>("variants", MIXED, withBody(Body.Mixed.class))));

  private EndpointShapes() {}

  private static Endpoint mixed(Values<Endpoint> values) {
    List<Body.Variant> variants = values.get(VARIANTS);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("variants needs at least one; or give steps instead");
    }
    return endpoint(values, new Body.Mixed(variants));
  }

  private static Endpoint endpoint(Values<Endpoint> values, Body body) {
    return new Endpoint(values.name(), values.get(WEIGHT), values.get(LIMITER), body);
  }

  private static Function<Endpoint, Optional<Endpoint>> withBody(Class<? extends Body> kind) {
    return endpoint -> Optional.of(endpoint).filter(each -> kind.isInstance(each.body()));
  }
}
