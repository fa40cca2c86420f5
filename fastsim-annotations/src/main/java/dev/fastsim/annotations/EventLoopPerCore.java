package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * An event loop on each of the {@link Server#cores()}, with a ready queue of its own: Netty,
 * Vert.x, nginx, Node's cluster or a uvicorn worker for each core.
 *
 * <p>A connection belongs to one loop for good, and so do its requests: they wait for that loop
 * even while others have nothing to do. It may be any with the same chance, as of many connections
 * each of which sends little. Left out, all cores serve one ready queue.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface EventLoopPerCore {}
