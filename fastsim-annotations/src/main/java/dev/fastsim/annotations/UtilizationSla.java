package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Limits on how busy the service's resources are on average, over time and replicas. Each attribute
 * given is one test; at least one must be given.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface UtilizationSla {

  /** Limit on the share of time that cores are held, computing or blocked: {@code "70%"}. */
  String cpu() default "";

  /** Limit on the share of memory in use; needs {@link Server#ram()}. */
  String ram() default "";

  /** Limit on the share of connections in use, for each pool; needs a {@link ConnectionPool}. */
  String pools() default "";

  /**
   * The names of the {@link WhatIf}s it is to hold in, besides the service as it is; {@code "*"}
   * for all, and <code>{}</code> for none.
   */
  String[] whatIfs() default "*";
}
