package dev.fastsim.scenario;

import java.time.Duration;

/**
 * A pool of connections, one in each replica, served first in first out.
 *
 * @param name that I/O steps refer to
 * @param size connections in each replica, at least 1
 * @param acquireTimeout longest wait for a connection, not negative; zero fails at once
 */
public record ConnectionPool(String name, int size, Duration acquireTimeout) {
  public ConnectionPool {
    Check.name("a connection pool", name);
    Check.that(size >= 1, "size must be at least 1, but is %s", size);
    Check.that(
        !acquireTimeout.isNegative(),
        "acquireTimeout must not be negative, but is %s",
        acquireTimeout);
  }
}
