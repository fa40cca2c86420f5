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
 * A {@link ConnectionPool} has fewer connections for a while: a database that turns some away. The
 * requests that hold one too many finish with it first. Of several that overlap the smallest size
 * holds.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(PoolShrinks.class)
public @interface PoolShrink {

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();

  /** {@link ConnectionPool#name()}. */
  String pool();

  /** Connections left in each replica, from 0 to less than {@link ConnectionPool#size()}. */
  int size();
}
