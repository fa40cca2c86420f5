package dev.fastsim.simulation;

import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.RateLimiter;

/** Says how long one who asks has to wait. */
interface ReferenceLimiter {

  long NEVER = Long.MAX_VALUE;

  static ReferenceLimiter of(Limiter limiter) {
    return limiter instanceof FixedWindow window
        ? new ReferenceWindow(window)
        : new ReferenceBucket((RateLimiter) limiter);
  }

  /** Nanoseconds until there is a permit. */
  long nanosToPermit(long now);

  /** Nanoseconds that one may wait. */
  long patience();

  void take();
}
