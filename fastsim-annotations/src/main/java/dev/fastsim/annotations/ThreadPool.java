package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A thread for each request, out of a pool in each replica, as in Tomcat, Jetty or gunicorn's
 * threads.
 *
 * <p>A request holds its thread from start to end, whatever it waits for. So no I/O holds a core,
 * {@linkplain IoWait#blocking() blocking} or not; what it holds is the thread. Threads that compute
 * share the {@link Server#cores()} equally, as an operating system's scheduler lets them: with n of
 * them on c cores each runs at {@code min(1, c/n)} of its speed. A request that finds no free
 * thread waits in the accept queue, first come, first served, before it takes memory or anything
 * else.
 *
 * <p>{@link Server#maxQueue()} must not be given besides.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface ThreadPool {

  /** Threads of each replica, at least 1. The default is Tomcat's {@code maxThreads}. */
  int threads() default 200;

  /**
   * How many requests of one replica may wait for a thread before a new one is rejected, at least
   * 0; {@link Integer#MAX_VALUE} for no limit. The default is Tomcat's {@code acceptCount}.
   */
  int acceptQueue() default 100;
}
