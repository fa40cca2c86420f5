package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Memory a request needs while it is served. May stand on its own or beside a {@link CpuStep} or an
 * {@link IoWait}.
 *
 * <p>The amounts of all the request's {@code RamStep}s are added up, taken before its first step
 * (see {@link Server#ram()}) and given back after its last. The step itself takes no time.
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, ANNOTATION_TYPE})
public @interface RamStep {

  /** Amount, for example {@code "64 MiB"}. */
  String value();
}
