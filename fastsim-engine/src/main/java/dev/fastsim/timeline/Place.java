package dev.fastsim.timeline;

/**
 * One replica of a service.
 *
 * @param service its name
 * @param replica from 1
 */
public record Place(String service, int replica) {}
