/** What {@code dev.fastsim.experiment} promises. */
@NullMarked
package dev.fastsim.experiment;

import org.jspecify.annotations.NullMarked;
