package dev.fastsim.annotations;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A part of {@link ArrivalStages}, in which the rate goes in a straight line to a target. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface Stage {

  /** How long it takes; {@code "0 s"} for a jump to the target. */
  String duration();

  /** The rate at its end, for example {@code "400/s"}; not negative. */
  String target();
}
