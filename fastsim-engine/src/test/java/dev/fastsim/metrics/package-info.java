/** What {@code dev.fastsim.metrics} promises. */
@NullMarked
package dev.fastsim.metrics;

import org.jspecify.annotations.NullMarked;
