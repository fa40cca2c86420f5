package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The machine the modelled service runs on.
 *
 * <p>Each of the {@code replicas} is one process with an <b>event loop</b>, unless the service has
 * a {@link ThreadPool}, {@link VirtualThreads} or an {@link EventLoopPerCore}: a request that is
 * ready to compute waits in the replica's single first-in-first-out <em>ready queue</em> until one
 * of its {@code cores} is free, keeps that core through consecutive {@link CpuStep}s, and gives it
 * back when it waits for I/O ({@link IoWait}), unless that wait is {@linkplain IoWait#blocking()
 * blocking}.
 *
 * <p>Left out, the service has one replica with one core and memory without limit.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Server {

  /** CPU cores of each replica, at least 1. They serve one shared ready queue. */
  int cores() default 1;

  /**
   * Memory of each replica, for example {@code "2 GiB"}; left out: no limit.
   *
   * <p>A request takes its whole working set (the sum of its {@link RamStep}s) before its first
   * step and gives it back after its last. Requests wait for memory in the order they came; a small
   * one does not overtake a big one.
   */
  String ram() default "";

  /** Identical replicas behind the balancer, at least 1. Pools and memory are per replica. */
  int replicas() default 1;

  /** How requests are spread over the replicas. */
  Balancer balancer() default Balancer.ROUND_ROBIN;

  /**
   * How many requests of one replica may wait, for memory or in the ready queue (newly arrived or
   * ready again after I/O), before a new one that would have to wait too is rejected; at least 0.
   * Left out: no limit. A {@link ThreadPool} has its {@link ThreadPool#acceptQueue()} instead.
   */
  int maxQueue() default Integer.MAX_VALUE;
}
