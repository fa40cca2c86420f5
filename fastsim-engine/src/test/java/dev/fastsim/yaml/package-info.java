/** What {@code dev.fastsim.yaml} promises. */
@NullMarked
package dev.fastsim.yaml;

import org.jspecify.annotations.NullMarked;
