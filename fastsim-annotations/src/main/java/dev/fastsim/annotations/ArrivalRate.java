package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Open traffic at a fixed rate, whatever the response times. */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface ArrivalRate {

  /** Requests over all endpoints, for example {@code "400/s"} or {@code "6000/min"}. */
  String value();

  /** How the arrivals are spaced. */
  ArrivalProcess process() default ArrivalProcess.POISSON;
}
