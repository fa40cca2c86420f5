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
 * Limits on the time from a request's intended arrival to the client's receipt of the response,
 * over completed requests.
 *
 * <p>On an endpoint it holds for that endpoint. On the class it holds for every endpoint that has
 * no {@code LatencySla} of its own. Each attribute given is one test; at least one must be given.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
public @interface LatencySla {

  /** Limit on the mean, for example {@code "80 ms"}. */
  String mean() default "";

  /** Limit on the median. */
  String p50() default "";

  /** Limit on the 90th percentile. */
  String p90() default "";

  /** Limit on the 95th percentile. */
  String p95() default "";

  /** Limit on the 99th percentile. */
  String p99() default "";

  /** Limit on the 99.9th percentile. */
  String p999() default "";

  /** Limit on the slowest request simulated. */
  String max() default "";

  /** Limits on any other percentile. */
  Percentile[] percentiles() default {};

  /**
   * The names of the {@link WhatIf}s it is to hold in, besides the service as it is; {@code "*"}
   * for all, and <code>{}</code> for none.
   */
  String[] whatIfs() default "*";
}
