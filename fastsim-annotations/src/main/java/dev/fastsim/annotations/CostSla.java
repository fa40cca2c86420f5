package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Limits on what the service costs, by its {@linkplain Price prices}. Each attribute given is one
 * test; at least one must be given.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface CostSla {

  /**
   * Limit on what everything costs, divided by the requests <em>completed</em>: {@code "$0.01"}.
   * Requests that fail cost as much, and those that succeed pay for them.
   */
  String perRequest() default "";

  /** Limit on what everything costs in a month of 730 hours of this traffic: {@code "$200"}. */
  String perMonth() default "";

  /**
   * The names of the {@link WhatIf}s it is to hold in, besides the service as it is; {@code "*"}
   * for all, and <code>{}</code> for none.
   */
  String[] whatIfs() default "*";
}
