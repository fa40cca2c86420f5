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
 * No CPU step gets any further for a while: the pause of a garbage collector, a frozen virtual
 * machine. I/O waits go on.
 *
 * @see Slowdown
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(Pauses.class)
public @interface Pause {

  /** When it begins, since the start of each replication, warm-up included: {@code "60 s"}. */
  String start();

  /** How long it lasts, more than 0; {@code "30 s"}. */
  String duration();
}
