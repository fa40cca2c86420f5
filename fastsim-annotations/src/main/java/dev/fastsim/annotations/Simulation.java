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

  /** A {@link #warmUp()} that is found. */
  String AUTO = "auto";

  /** Simulated time of one replication, warm-up included. */
  String duration() default "5 min";

  /**
   * Start of a replication that is simulated but not measured, shorter than the duration: {@code
   * "30 s"}.
   *
   * <p>{@link #AUTO} simulates the beginning of the replications ahead and finds where the number
   * of requests inside has settled (the rule MSER-5). A class with faults is measured from the
   * start then, since their times count from there.
   */
  String warmUp() default AUTO;

  /** Seed; the same seed gives the same numbers on every machine. */
  long seed() default 1;

  /**
   * Replications run in any case, at least 1. A single one is cut into 20 batches that stand for
   * replications; it should be long.
   */
  int replications() default 8;

  /** Replications run at most, at least {@link #replications()}. */
  int maxReplications() default 32;
}
