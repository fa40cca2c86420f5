package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A virtual thread for each request, as many as there are, on as many carriers as there are {@link
 * Server#cores()}.
 *
 * <p>Carriers serve first come, first served, and a burst runs to its end: Java does not share out
 * the time of virtual threads. Waiting for I/O gives the carrier back, unless the step pins it,
 * which is what {@link IoWait#blocking()} means here: a native call, or before Java 24 a wait
 * inside {@code synchronized}.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface VirtualThreads {}
