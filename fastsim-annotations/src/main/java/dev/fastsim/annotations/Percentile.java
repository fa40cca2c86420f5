package dev.fastsim.annotations;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A limit on one percentile, inside a {@link LatencySla}. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Percentile {

  /** The percentile, above 0 and below 100, for example 99.5. */
  double value();

  /** The limit, for example {@code "300 ms"}. */
  String limit();
}
