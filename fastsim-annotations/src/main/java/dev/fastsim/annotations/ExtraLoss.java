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
 * Messages between clients and service are lost for a while, besides those that {@link Network}
 * loses anyway. A request whose message or whose response is lost counts as <em>dropped</em>.
 *
 * <p>Several losses that overlap are independent of each other.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(ExtraLosses.class)
public @interface ExtraLoss {

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();

  /** Share of messages, above 0; {@code "5%"}. */
  String loss();

  /** Which messages it hits. */
  Direction direction() default Direction.BOTH;
}
