package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Requests arrive faster for a while: a sale, a retry storm. Several that overlap multiply. */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(Surges.class)
public @interface Surge {

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();

  /** How many times the traffic, positive and finite; below 1 for a lull. */
  double factor();
}
