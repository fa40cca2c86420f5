package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Messages between clients and service that leave during the spike take longer. Several that
 * overlap add up.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(LatencySpikes.class)
public @interface LatencySpike {

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();

  /** What is added to the latency of {@link Network}, more than 0; {@code "20 ms"}. */
  String added();

  /** Which messages it hits. */
  Direction direction() default Direction.BOTH;
}
