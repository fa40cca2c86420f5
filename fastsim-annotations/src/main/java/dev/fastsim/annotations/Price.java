package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What the machines of the service cost, by the hour: {@code "$0.05/h"}. Prices add up: a replica
 * with two cores costs {@code replica} and twice {@code core}. Machines cost the same whether they
 * are busy or not.
 *
 * <p>With prices, results tell what a request, an hour and a month (730 hours) cost, and a {@link
 * CostSla} may limit it. A price has at most nine digits after the point. At least one must be
 * given.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Price {

  /** Of each replica, whatever is in it. */
  String replica() default "";

  /** Of each core of each replica. */
  String core() default "";

  /** Of each GiB of memory of each replica; needs {@link Server#ram()}. */
  String gib() default "";

  /** Of each connection of each {@link ConnectionPool} of each replica. */
  String connection() default "";
}
