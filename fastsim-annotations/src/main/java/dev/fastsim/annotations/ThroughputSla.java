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
 * A floor under the rate of completed requests: of the endpoint it stands on, or on the class of
 * all endpoints together.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
public @interface ThroughputSla {

  /** Least rate, for example {@code "380/s"}. */
  String min();

  /**
   * The names of the {@link WhatIf}s it is to hold in, besides the service as it is; {@code "*"}
   * for all, and <code>{}</code> for none.
   */
  String[] whatIfs() default "*";
}
