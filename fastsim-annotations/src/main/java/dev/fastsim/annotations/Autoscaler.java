package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Adds and removes replicas of the {@link Server} by their CPU utilization, by the rules of the
 * Kubernetes Horizontal Pod Autoscaler; {@link Server#replicas()} is how many there are at the
 * start.
 *
 * <p>Every {@code syncPeriod} the mean utilization of the replicas that take requests is compared
 * with the target: {@code desired = ceil(replicas x utilization / target)}. Nothing is done while
 * the two differ by no more than the tolerance. At most four are added in one period, or as many as
 * there are. Replicas go only if no decision within {@code scaleDownWindow} asked for more; they
 * serve what they have and take nothing new.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Autoscaler {

  /** Fewest replicas, at least 1. */
  int min() default 1;

  /** Most replicas, at least {@link #min()}. */
  int max();

  /** Share of the cores that should be held, such as {@code "70%"}; above 0% and at most 100%. */
  String targetUtilization();

  /** From the decision to the first request of a new replica. */
  String coldStart() default "30 s";

  /** From one decision to the next. */
  String syncPeriod() default "15 s";

  /** How far back a decision to have fewer replicas looks for one to have more. */
  String scaleDownWindow() default "5 min";

  /** By what share utilization and target may differ before anything is done. */
  String tolerance() default "10%";
}
