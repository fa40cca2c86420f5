package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * How long and how often to simulate.
 *
 * <p>Every replication starts empty, uses random numbers of its own and gives one value of each
 * metric; a confidence interval is computed from these values. When a verdict is not clear after
 * {@link #replications()}, more are run, up to {@link #maxReplications()}.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Simulation {

  /** Simulated time of one replication, warm-up included. */
  String duration() default "5 min";

  /** Start of a replication that is simulated but not measured, shorter than the duration. */
  String warmUp() default "30 s";

  /** Seed; the same seed gives the same numbers on every machine. */
  long seed() default 1;

  /** Replications run in any case, at least 2. */
  int replications() default 8;

  /** Replications run at most, at least {@link #replications()}. */
  int maxReplications() default 32;
}
