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
 * A token bucket: a request that finds no token is <em>rejected</em> at once.
 *
 * <p>The bucket starts full with {@code burst} tokens and refills continuously. On the class, one
 * bucket stands before the balancer and every request takes from it; on an endpoint, the bucket is
 * that endpoint's own. A request that faces both takes from both or from neither.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
public @interface RateLimiter {

  /** Tokens added each second, positive and finite. */
  double permitsPerSecond();

  /** Capacity of the bucket, at least 1. */
  int burst() default 1;
}
