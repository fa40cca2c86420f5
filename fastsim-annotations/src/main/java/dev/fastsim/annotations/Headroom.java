package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A promise of room for more traffic: every SLA of the service is kept at so many times its
 * traffic, too. It is one test, which also reports the largest multiple at which all are kept.
 *
 * <p>The service needs at least one SLA. What-ifs are not asked for headroom.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Headroom {

  /** How many times the traffic, positive and finite: 1.3 for room for 30% more. */
  double min();
}
