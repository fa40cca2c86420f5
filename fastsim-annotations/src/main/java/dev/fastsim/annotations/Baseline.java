package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A promise not to become worse than a result that was saved: each endpoint's latencies, throughput
 * and error rate differ from those of the baseline by no more than a tolerance, for the worse.
 * Latencies and error rates are worse when they are higher, throughputs when they are lower; what
 * is better passes.
 *
 * <pre>{@code
 * @Baseline(p95 = "5%", p99 = "10%", throughput = "2%")
 * class CheckoutSpecTest { ... }
 * }</pre>
 *
 * <p>Each attribute with a tolerance is one test of each endpoint. It fails if the 95% confidence
 * interval of the change lies beyond the tolerance, and is inconclusive if the tolerance lies
 * inside it. With the seed and duration of the baseline, each run is compared with the baseline's
 * run that had the same arrivals, so that the interval is narrow.
 *
 * <p>{@code mvn test -Dfastsim.baseline.update=true} writes the baseline, to be committed with the
 * model. Where there is none yet the tests fail. What-ifs are not compared.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Baseline {

  /**
   * The file, relative to the working directory of the test run; by default {@code
   * src/test/baselines/} and the full name of the class, with {@code .json} after it. It is a
   * result as FastSim writes it.
   */
  String file() default "";

  /** How much longer the mean latency may be, as a share of the baseline's: {@code "5%"}. */
  String mean() default "";

  /** How much longer the median may be. */
  String p50() default "";

  /** How much longer the 90th percentile may be. */
  String p90() default "";

  /** How much longer the 95th percentile may be. */
  String p95() default "";

  /** How much longer the 99th percentile may be. */
  String p99() default "";

  /** How much longer the 99.9th percentile may be. */
  String p999() default "";

  /** How much lower the throughput may be, as a share of the baseline's. */
  String throughput() default "";

  /**
   * How much higher the error rate may be, as a share of the baseline's: with {@code "50%"}, 1.5%
   * where it was 1%. Where there was no error none is tolerated.
   */
  String errorRate() default "";
}
