package dev.fastsim.metrics;

/**
 * One provider of language models in one replication.
 *
 * @param name of the provider
 * @param underWay calls under way
 * @param waiting calls that wait for its limits
 */
public record ProviderRun(String name, Level underWay, Level waiting) {}
