package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Limits on the time to the first token of all {@linkplain LlmCall calls of language models}: from
 * when the request asks for the call, waits for the provider's limits included. Each attribute
 * given is one test; at least one must be given.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface TtftSla {

  /** Limit on the mean. */
  String mean() default "";

  /** Limit on the median. */
  String p50() default "";

  /** Limit on the 95th percentile. */
  String p95() default "";

  /** Limit on the 99th percentile. */
  String p99() default "";

  /** Limit on the longest time simulated. */
  String max() default "";

  /**
   * The names of the {@link WhatIf}s it is to hold in, besides the service as it is; {@code "*"}
   * for all, and <code>{}</code> for none.
   */
  String[] whatIfs() default "*";
}
