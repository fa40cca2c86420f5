/** What {@code dev.fastsim.sla} promises. */
@NullMarked
package dev.fastsim.sla;

import org.jspecify.annotations.NullMarked;
