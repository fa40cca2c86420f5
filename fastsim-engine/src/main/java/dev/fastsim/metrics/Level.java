package dev.fastsim.metrics;

/**
 * A number that changes over time, such as a queue's length.
 *
 * @param mean averaged over the measured time
 * @param max largest value that lasted, for however short a time, in the measured time
 */
public record Level(double mean, double max) {}
