package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * An operation that clients call. Its body is <em>ordinary Java</em>: loops, branches,
 * collaborators held in fields.
 *
 * <p>The body is run once for each simulated request, at the request's arrival, to <em>record</em>
 * which steps the request takes; the simulator then plays those steps against cores, pools, memory
 * and links. A body must not sleep, block, start threads or read the clock: simulated time does not
 * pass while it runs. Random decisions are made with {@link Flow}, so that a seed repeats them;
 * what else a body does should be deterministic, or results will differ from run to run.
 *
 * <p>The method takes no parameters; it may be private. One instance of the class, made by its
 * no-argument constructor, serves all requests of one replication, so that a cache held in a field
 * warms up as in production. An endpoint may itself carry a step annotation: it then takes that
 * step first.
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, ANNOTATION_TYPE})
@Testable
public @interface Endpoint {

  /** Name shown in results, for example {@code "POST /checkout"}; left out: the method's name. */
  String value() default "";

  /**
   * Share of the traffic relative to the other endpoints of the class; positive and finite. Weights
   * 3 and 1 mean three quarters and one quarter of the requests.
   */
  double weight() default 1;
}
