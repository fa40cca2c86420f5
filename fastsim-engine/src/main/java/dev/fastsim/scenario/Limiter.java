package dev.fastsim.scenario;

/**
 * What holds traffic back before a service or an endpoint: a token bucket that rejects at once, or
 * the limiter of resilience4j, for whose permits requests wait.
 */
public sealed interface Limiter permits RateLimiter, FixedWindow {}
