package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A promise about the machines: that some that keep every SLA of the service cost no more than so
 * much, or that the declared ones are the cheapest. It is one test, which searches a grid of
 * machines and reports all that keep every SLA and have nothing to spare, by cost.
 *
 * <pre>{@code
 * @Server(replicas = 2, cores = 2)
 * @Price(replica = "$0.01/h", core = "$0.04/h")
 * @SizingSla(replicas = "1..6", cores = "1,2,4", declaredIsCheapest = true)
 * class CheckoutSpecTest { ... }
 * }</pre>
 *
 * <p>At least one of {@link #replicas()}, {@link #cores()}, {@link #ram()} and {@link #pools()}
 * must be given, what is not given is as declared; and at least one of {@link #maxCost()} and
 * {@link #declaredIsCheapest()}. The service needs at least one SLA. Without a {@link Price}, a
 * core costs a dollar an hour and nothing else does. What-ifs are not looked at.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface SizingSla {

  /** Numbers of replicas to choose from: {@code "1..10"} or {@code "1,2,4"}. */
  String replicas() default "";

  /** Numbers of cores of each replica to choose from. */
  String cores() default "";

  /** Memory of each replica to choose from: {@code "1 GiB,2 GiB"}. */
  String ram() default "";

  /** Sizes of pools of each replica to choose from: {@code "db=5,10,20"}. */
  String[] pools() default {};

  /** What the cheapest machines that keep every SLA may cost at most, in dollars an hour. */
  double maxCost() default Double.POSITIVE_INFINITY;

  /** Whether none that keep every SLA may be cheaper than the declared ones, and those keep it. */
  boolean declaredIsCheapest() default false;
}
