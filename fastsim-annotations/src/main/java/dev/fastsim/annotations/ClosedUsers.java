package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Traffic from a fixed number of users, each of whom sends a request, waits until it ends, thinks,
 * and sends the next one (a closed system; the threads of a load generator, the workers that take
 * from a queue).
 *
 * <p>At most so many requests are inside at once, and the slower the service, the fewer are sent:
 * {@code throughput = users / (mean latency + mean think time)}. For traffic that goes on coming
 * however slow the service is, see {@link ArrivalRate} and {@link Workload}.
 *
 * <p>A what-if's traffic multiplies the number of users, rounded to a whole one and at least 1. A
 * {@link Surge} makes users think so many times faster while it lasts.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface ClosedUsers {

  /** The number of users, from 1 to 1 000 000. */
  int users();

  /**
   * From the end of a request, whatever its outcome, to the next one of the same user; a
   * distribution of durations. Each user begins with a think time.
   */
  String thinkTime();
}
