/** What {@code dev.fastsim.simulation} promises. */
@NullMarked
package dev.fastsim.simulation;

import org.jspecify.annotations.NullMarked;
