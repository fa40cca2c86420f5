/** What {@code dev.fastsim.theory} promises. */
@NullMarked
package dev.fastsim.theory;

import org.jspecify.annotations.NullMarked;
