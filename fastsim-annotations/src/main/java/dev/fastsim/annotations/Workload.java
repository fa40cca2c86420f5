package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Traffic from a number of users who each send requests at a steady average rate.
 *
 * <p>The number of users is drawn anew at the start of every {@linkplain #window() window}; within
 * a window requests arrive as a Poisson process with rate users x requests per minute per user /
 * 60. Arrivals do not wait for earlier responses (an open system).
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Workload {

  /** Mean number of users, positive and finite. */
  double users();

  /** Requests each user sends per minute on average, positive and finite. */
  double requestsPerMinutePerUser();

  /** How long a drawn number of users stays, at least 1 ms. */
  String window() default "60 s";

  /** How the number of users is distributed around its mean. */
  UserCount userCount() default UserCount.POISSON;

  /**
   * Standard deviation of the number of users; given exactly when {@link #userCount()} is {@link
   * UserCount#NORMAL}, and not negative.
   */
  double userSd() default Double.NaN;
}
