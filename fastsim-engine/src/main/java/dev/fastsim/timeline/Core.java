package dev.fastsim.timeline;

/**
 * One core of a replica. Cores of a replica are alike; a request takes the one of the smallest
 * number that is free.
 *
 * @param place whose core it is
 * @param number from 1
 */
public record Core(Place place, int number) {}
