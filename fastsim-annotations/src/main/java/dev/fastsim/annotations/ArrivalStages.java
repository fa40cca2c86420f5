package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Open traffic whose rate rises and falls: ramps, spikes, the curve of a day. From the start rate
 * each {@link Stage} leads in a straight line to its target; after the last one the rate stays, or
 * all begins again.
 *
 * <pre>{@code
 * @ArrivalStages(startRate = "50/s", value = {
 *     @Stage(duration = "2 min", target = "50/s"),   // steady
 *     @Stage(duration = "10 s", target = "400/s"),   // a spike
 *     @Stage(duration = "30 s", target = "50/s")})   // dies away
 * }</pre>
 *
 * <p>Such a run has a beginning and an end: nothing is left out as warm-up, unless the {@link
 * Simulation} says so.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface ArrivalStages {

  /** The stages, one after the other. */
  Stage[] value();

  /** The rate at the beginning, not negative. */
  String startRate() default "0/s";

  /** Whether the stages, which then take 1 ms at least, begin again after the last one. */
  boolean repeat() default false;

  /** How the arrivals are spaced. */
  ArrivalProcess process() default ArrivalProcess.POISSON;
}
