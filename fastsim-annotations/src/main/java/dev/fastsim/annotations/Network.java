package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The link between the clients and the service, the same in both directions.
 *
 * <p>Left out, requests and responses arrive at once and none is lost.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface Network {

  /** Distribution of the one-way latency; drawn anew for the request and for the response. */
  String latency();

  /**
   * Share of messages lost in each direction, for example {@code "0.1%"}. A request whose message
   * or whose response is lost counts as <em>dropped</em>.
   */
  String loss() default "0%";
}
