/** What {@code dev.fastsim.capacity} promises. */
@NullMarked
package dev.fastsim.capacity;

import org.jspecify.annotations.NullMarked;
