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
 * A pool of connections that {@link IoWait} steps draw from, one pool in each replica.
 *
 * <p>Waiting requests are served in the order they came. A request that waits longer than the
 * acquire timeout fails: it counts as <em>timed out</em>.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(ConnectionPools.class)
public @interface ConnectionPool {

  /** Name that {@link IoWait#pool()} refers to. */
  String name();

  /**
   * Connections in each replica, at least 1. Left out: what the {@link #settings()} say, else 10,
   * the default of HikariCP's {@code maximumPoolSize}.
   */
  int size() default -1;

  /**
   * Longest wait for a connection; {@code "0 ms"} fails at once when none is free. Left out: what
   * the {@link #settings()} say, else 30 s, the default of HikariCP's {@code connectionTimeout}.
   */
  String acquireTimeout() default "";

  /**
   * The key of the {@link SpringSettings} below which the keys of HikariCP stand: {@code
   * "spring.datasource.hikari"}, or that of one of several data sources. {@code maximum-pool-size}
   * and {@code connection-timeout} say what is left out here.
   */
  String settings() default "";
}
