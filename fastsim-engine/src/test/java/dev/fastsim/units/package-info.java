/** What {@code dev.fastsim.units} promises. */
@NullMarked
package dev.fastsim.units;

import org.jspecify.annotations.NullMarked;
