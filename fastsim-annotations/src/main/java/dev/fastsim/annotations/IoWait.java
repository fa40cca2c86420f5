package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A wait for something outside the process: a database, another service, a disk.
 *
 * <p>The core is free for others meanwhile, unless the wait is {@linkplain #blocking() blocking}.
 * With a {@linkplain #pool() pool}, a connection is acquired first and held for the length of the
 * wait.
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, ANNOTATION_TYPE})
public @interface IoWait {

  /**
   * Distribution of the wait's length, without any wait for a connection: {@code
   * "lognormal(median=8ms, p99=40ms)"}.
   */
  String value();

  /** Name of the {@link ConnectionPool} a connection is taken from; left out: none is needed. */
  String pool() default "";

  /**
   * Whether the core is held through the wait (and through the wait for a connection), as blocking
   * code on an event loop does.
   */
  boolean blocking() default false;
}
