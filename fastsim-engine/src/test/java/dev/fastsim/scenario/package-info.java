/** What {@code dev.fastsim.scenario} promises. */
@NullMarked
package dev.fastsim.scenario;

import org.jspecify.annotations.NullMarked;
