/** What {@code dev.fastsim.kernel} promises. */
@NullMarked
package dev.fastsim.kernel;

import org.jspecify.annotations.NullMarked;
