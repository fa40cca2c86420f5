/** FastSim by example: one concept in each file, in the order in which they build on each other. */
@NullMarked
package dev.fastsim.examples;

import org.jspecify.annotations.NullMarked;
