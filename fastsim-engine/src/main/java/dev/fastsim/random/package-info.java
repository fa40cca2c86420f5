/**
 * Chance: distributions, their one text form, their samplers, and independent streams of random
 * bits.
 *
 * <p>A {@link dev.fastsim.random.Distribution} is an immutable value of what could happen;
 * annotations, files and builders all write it in the same words, such as {@code
 * lognormal(median=8ms, p99=40ms)}. Tied to a stream of bits it becomes a {@link
 * dev.fastsim.random.Sampler}, which draws without allocating. {@link dev.fastsim.random.Streams}
 * gives each component its own stream by name, so that changing one part of a scenario leaves the
 * luck of the others as it was.
 *
 * <p>The same seed draws the same values on every JDK and every CPU: whatever turns random bits
 * into a value uses {@link java.lang.StrictMath}, never the intrinsics of {@link java.lang.Math}.
 * One exception is left on purpose: the ziggurat and the Poisson sampler of Commons RNG compare
 * some draws with {@code Math.exp} and {@code Math.log} to keep or refuse them, so a last-bit
 * difference there would show less than once in 10^15 draws.
 */
@NullMarked
package dev.fastsim.random;

import org.jspecify.annotations.NullMarked;
