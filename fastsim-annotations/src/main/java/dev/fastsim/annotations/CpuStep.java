package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A burst of computation: the request occupies one core for this long.
 *
 * <p>A burst runs to completion. Consecutive bursts of a request keep the core; nobody else runs
 * between them.
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, ANNOTATION_TYPE})
public @interface CpuStep {

  /** Distribution of the burst's length: {@code "1.5 ms"}, {@code "exponential(2ms)"}. */
  String value();
}
