package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Holds traffic back: a token bucket, which rejects at once, or the limiter of resilience4j, for
 * whose permits requests wait.
 *
 * <p><b>Token bucket</b>, with {@link #permitsPerSecond()}: it starts full with {@code burst}
 * tokens and refills continuously; a request that finds no token is <em>rejected</em> at once.
 *
 * <p><b>Fixed window</b>, with {@link #limitForPeriod()} or {@link #settings()}: time is cut into
 * periods, and each has so many permits. A request that finds none waits for one of a later period,
 * if it can have it within the timeout; if not, it is <em>rejected</em> when the timeout has
 * passed, as by resilience4j's blocking {@code acquirePermission}.
 *
 * <p>On the class, one limiter stands before the balancer and every request takes from it; on an
 * endpoint, it is that endpoint's own. A request that faces both takes from both or from neither.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
public @interface RateLimiter {

  /** Tokens added each second, positive and finite; makes it a token bucket. */
  double permitsPerSecond() default Double.NaN;

  /** Capacity of the bucket, at least 1. */
  int burst() default 1;

  /**
   * Permits of each period, at least 1; makes it a fixed window. Left out: what the {@link
   * #settings()} say.
   */
  int limitForPeriod() default -1;

  /**
   * Length of a period, more than 0. Left out: what the {@link #settings()} say, else {@code "500
   * ns"}, resilience4j's default.
   */
  String limitRefreshPeriod() default "";

  /**
   * Longest wait for a permit; {@code "0 ms"} rejects at once. Left out: what the {@link
   * #settings()} say, else {@code "5 s"}, resilience4j's default.
   */
  String timeoutDuration() default "";

  /**
   * The key of the {@link SpringSettings} below which resilience4j's keys stand: {@code
   * "resilience4j.ratelimiter.instances.checkout"}. They, and the shared configuration they name,
   * say what is left out here.
   */
  String settings() default "";
}
