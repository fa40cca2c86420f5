/** How fast the engine is, measured by JMH through the public API. */
@NullMarked
package dev.fastsim.benchmarks;

import org.jspecify.annotations.NullMarked;
