/**
 * The same two services as programs of their own, each as fast as its means allow: a naive one, one
 * on SSJ, and one without any abstraction.
 *
 * <p>All draw from xoshiro256++ by Commons RNG's ziggurat and record latencies in nanoseconds into
 * an HdrHistogram of three digits, as the engine does. They measure nothing else.
 */
@NullMarked
package dev.fastsim.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
