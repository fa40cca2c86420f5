package dev.fastsim.yaml;

import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How rate limiters stand in a file: token buckets, and those of resilience4j. */
final class LimiterShapes {

  private static final Key<RateLimiter, Double> PERMITS =
      Key.required(
          "permitsPerSecond",
          "Tokens added each second",
          Scalars.number(Range.above(0)),
          RateLimiter::permitsPerSecond);

  private static final Key<RateLimiter, Integer> BURST =
      Key.standard(
          "burst",
          "Capacity of the bucket",
          Scalars.whole(1, Integer.MAX_VALUE),
          RateLimiter::burst,
          1);

  private static final Shape<RateLimiter> TOKEN_BUCKET =
      new MappingShape<>(
          "rateLimiter",
          "A token bucket that starts full; a request that finds no token is rejected.",
          List.of(PERMITS, BURST),
          values -> new RateLimiter(values.get(PERMITS), values.get(BURST)));

  private static final Key<FixedWindow, Integer> LIMIT =
      Key.required(
          "limitForPeriod",
          "Permits of each period",
          Scalars.whole(1, Integer.MAX_VALUE),
          FixedWindow::limitForPeriod);

  private static final Key<FixedWindow, Duration> PERIOD =
      Key.standard(
          "limitRefreshPeriod",
          "Length of a period, more than 0",
          Scalars.duration(),
          FixedWindow::limitRefreshPeriod,
          FixedWindow.DEFAULT.limitRefreshPeriod());

  private static final Key<FixedWindow, Duration> TIMEOUT =
      Key.standard(
          "timeout",
          "Longest wait for a permit; a request that cannot have one within it is rejected when it"
              + " has passed",
          Scalars.duration(),
          FixedWindow::timeout,
          FixedWindow.DEFAULT.timeout());

  private static final Shape<FixedWindow> FIXED_WINDOW =
      new MappingShape<>(
          "fixedWindow",
          "The limiter of resilience4j: each period has so many permits, for which requests wait.",
          List.of(LIMIT, PERIOD, TIMEOUT),
          values -> new FixedWindow(values.get(LIMIT), values.get(PERIOD), values.get(TIMEOUT)));

  private static final Key<FixedWindow, String> FROM =
      Key.required(
          SettingsReferences.FROM,
          "Key of the service's settings, such as resilience4j.ratelimiter.instances.checkout",
          Scalars.text(),
          window -> "");

  private static final Shape<FixedWindow> TAKEN =
      new MappingShape<>(
          "limiterFromSettings",
          "The limiter of resilience4j that the service's settings describe.",
          List.of(FROM),
          values -> {
            throw new IllegalArgumentException(
                "from needs settings; give the service its settings: {file: application.yml}");
          });

  /** A limiter of any kind. */
  static final Shape<Limiter> LIMITER =
      new ChoiceShape<>(
          List.of(
              Option.of("permitsPerSecond", TOKEN_BUCKET, RateLimiter.class),
              Option.of("limitForPeriod", FIXED_WINDOW, FixedWindow.class),
              new Option<>(SettingsReferences.FROM, TAKEN, limiter -> Optional.empty())));

  private LimiterShapes() {}
}
