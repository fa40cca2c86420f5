/** What {@code dev.fastsim.random} promises. */
@NullMarked
package dev.fastsim.random;

import org.jspecify.annotations.NullMarked;
