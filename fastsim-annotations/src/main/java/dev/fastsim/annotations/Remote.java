package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Another service that this one calls. The type of the field is the other service's model, a class
 * with {@link Endpoint} methods; the field is set before a request arrives.
 *
 * <pre>{@code
 * @Remote(latency = "0.5 ms")
 * StockService stock;
 *
 * @Endpoint("GET /cart")
 * void cart() {
 *   parse();
 *   stock.lookUp(); // an endpoint of StockService
 *   render();
 * }
 * }</pre>
 *
 * <p>A call is recorded, and returns at once: the body of what is called runs when the call reaches
 * the other service, which has its own server, pools and rate limiters. Until the answer is back,
 * the request waits without a core, but keeps its memory. A call that fails (rejected, timed out,
 * dropped) fails the request in the same way.
 *
 * <p>What is known of the answer when the call is recorded is nothing, so endpoints that are called
 * return nothing. Services must not call each other in a circle. Of the other class only what
 * belongs to the service counts: its traffic, network, faults and promises do not.
 */
@Documented
@Retention(RUNTIME)
@Target(FIELD)
public @interface Remote {

  /** Distribution of the latency between the two services, each way. */
  String latency() default "0 ms";

  /**
   * Name of the {@link ConnectionPool} of the calling class that a connection is taken from, for
   * the length of the call; left out: none is needed.
   */
  String pool() default "";
}
