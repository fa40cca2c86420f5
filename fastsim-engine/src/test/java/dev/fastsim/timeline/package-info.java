/** What {@code dev.fastsim.timeline} promises. */
@NullMarked
package dev.fastsim.timeline;

import org.jspecify.annotations.NullMarked;
