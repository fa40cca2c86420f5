package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.RateLimiter;

/** What a limiter has to give, request by request in the order of their times. */
sealed interface Permits permits TokenBucket, PermitWindow {

  /** A permit that does not come. */
  long NEVER = Agenda.NEVER;

  /** Those of a limiter. */
  static Permits of(Limiter limiter) {
    return limiter instanceof FixedWindow window
        ? new PermitWindow(window)
        : new TokenBucket((RateLimiter) limiter);
  }

  /** How long it takes, in nanoseconds, until there is a permit for one who asks now. */
  long nanosToPermit(long now);

  /** Takes the permit that {@link #nanosToPermit} just told of. */
  void take();

  /** How long requests wait at most, in nanoseconds. */
  long patience();
}
