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
 * Other circumstances in which the service is to keep its promises, too: twice the traffic, half
 * the replicas, a slow database. The service is simulated once more for each what-if, with the same
 * random numbers, and every SLA is tested in it, unless the SLA says otherwise ({@link
 * LatencySla#whatIfs()}).
 *
 * <pre>{@code
 * @WhatIf(name = "Black Friday", traffic = 2)
 * @WhatIf(name = "one replica less", replicas = 1)
 * @WhatIf(name = "slow bank", steps = @StepTime(step = "chargeCard", factor = 1.5))
 * }</pre>
 *
 * <p>At least one attribute besides the name must be given. What is not given is as it is.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(WhatIfs.class)
public @interface WhatIf {

  /** Unlike that of any other what-if of the service. */
  String name();

  /**
   * How many times the traffic, positive and finite. Every rate is multiplied; with {@link
   * Workload} each user sends so many times the requests, so that the numbers of users stay as they
   * were; {@link ClosedUsers} are so many times as many.
   */
  double traffic() default 1;

  /** {@link Server#cores()}; 0 for as many as there are. */
  int cores() default 0;

  /** {@link Server#replicas()}; 0 for as many as there are. */
  int replicas() default 0;

  /** {@link Server#ram()}; empty for as much as there is. */
  String ram() default "";

  /** {@link ThreadPool#threads()}; 0 for as many as there are. */
  int threads() default 0;

  /** Other sizes of connection pools. */
  PoolSize[] pools() default {};

  /** Slower and faster steps. */
  StepTime[] steps() default {};

  /** Outages besides those of the service. */
  Outage[] outages() default {};

  /** Latency spikes besides those of the service. */
  LatencySpike[] latencySpikes() default {};

  /** Losses besides those of the service. */
  ExtraLoss[] extraLosses() default {};

  /** Slowdowns besides those of the service. */
  Slowdown[] slowdowns() default {};

  /** Pauses besides those of the service. */
  Pause[] pauses() default {};

  /** Pool shrinks besides those of the service. */
  PoolShrink[] poolShrinks() default {};

  /** Surges besides those of the service. */
  Surge[] surges() default {};
}
