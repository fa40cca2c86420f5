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
 * Replicas that are down for a while: they take no new requests, and the balancer leaves them out.
 * While no replica is up, requests are <em>rejected</em>.
 *
 * <p>Several that overlap take down as many replicas as the largest of them, and kill as many as
 * the largest one that kills.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(Outages.class)
public @interface Outage {

  /** However many replicas there are. */
  int ALL = Integer.MAX_VALUE;

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();

  /** How many replicas are down, the first ones, at least 1; too many mean all. */
  int replicas() default ALL;

  /** What becomes of the requests inside. */
  OutageMode mode() default OutageMode.DRAIN;
}
