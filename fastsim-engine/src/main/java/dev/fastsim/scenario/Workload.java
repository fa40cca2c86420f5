package dev.fastsim.scenario;

import dev.fastsim.random.RectifiedNormal;
import java.time.Duration;

/**
 * How requests arrive. Except for {@link ClosedUsers}, arrivals never wait for responses (an open
 * system). Either way a latency counts from when the request was meant to be sent.
 */
public sealed interface Workload
    permits Workload.Users, Workload.OpenRate, StagedRate, ClosedUsers {

  /**
   * Mean arrival rate over all endpoints, without surges, in requests per second; where arrivals
   * wait for responses, the most it can be, which may be infinite.
   */
  double meanRate();

  /**
   * So many times the traffic: every rate, or the number of those who wait for responses, is
   * multiplied, and what varies varies in the same way at the same time.
   *
   * @param factor positive and finite
   * @throws IllegalArgumentException if it is not
   */
  Workload times(double factor);

  /** Whether the traffic has times that count from the start, so that there is no warm-up. */
  default boolean hasTimeline() {
    return false;
  }

  static void requireFactor(double factor) {
    Check.that(
        factor > 0 && Double.isFinite(factor),
        "the factor of the traffic must be positive and finite, but is %s",
        factor);
  }

  /**
   * A number of users drawn anew every window; within a window arrivals are a Poisson process with
   * rate users x requests per minute / 60.
   *
   * @param meanUsers positive and finite; for the normal counts the mean before negative numbers
   *     are drawn again or made 0
   * @param requestsPerMinute of each user, positive and finite
   * @param window how long a drawn number stays, at least 1 ms
   * @param count how the number varies
   */
  record Users(double meanUsers, double requestsPerMinute, Duration window, Count count)
      implements Workload {

    private static final Duration SHORTEST_WINDOW = Duration.ofMillis(1);

    public Users {
      Check.that(
          meanUsers > 0 && Double.isFinite(meanUsers),
          "users must be positive and finite, but is %s",
          meanUsers);
      Check.that(
          requestsPerMinute > 0 && Double.isFinite(requestsPerMinute),
          "requestsPerMinutePerUser must be positive and finite, but is %s",
          requestsPerMinute);
      Check.that(
          window.compareTo(SHORTEST_WINDOW) >= 0,
          "window must be at least 1 ms, but is %s",
          window);
    }

    /**
     * The mean number of users times {@code requestsPerMinute} / 60.
     *
     * <p>For {@link Count.Normal} it is {@code meanUsers} that is taken, though redrawing raises
     * the mean to {@code meanUsers + sd * phi(a) / Phi(a)} with {@code a = meanUsers / sd}: 0.01%
     * more at {@code a = 4}, 29% more at {@code a = 1}. For {@link Count.RectifiedNormal} it is the
     * mean of what is drawn.
     */
    @Override
    public double meanRate() {
      double users =
          count instanceof Count.RectifiedNormal rectified
              ? new RectifiedNormal(meanUsers, rectified.sd()).mean()
              : meanUsers;
      return users * requestsPerMinute / 60;
    }

    /** The same users, each of whom sends so many times the requests. */
    @Override
    public Users times(double factor) {
      requireFactor(factor);
      return new Users(meanUsers, requestsPerMinute * factor, window, count);
    }

    /** How the number of users varies from window to window. */
    public sealed interface Count {
      /** Always the mean. */
      record Constant() implements Count {}

      /** A Poisson number. */
      record Poisson() implements Count {}

      /**
       * A normal number, redrawn while negative.
       *
       * @param sd standard deviation before redrawing, in users, not negative
       */
      record Normal(double sd) implements Count {
        public Normal {
          requireSd(sd);
        }
      }

      /**
       * A normal number; negative ones become 0, so that a window may pass without an arrival.
       *
       * @param sd standard deviation before that, in users, not negative
       */
      record RectifiedNormal(double sd) implements Count {
        public RectifiedNormal {
          requireSd(sd);
        }
      }

      private static void requireSd(double sd) {
        Check.that(
            sd >= 0 && Double.isFinite(sd),
            "userSd must be finite and not negative, but is %s",
            sd);
      }
    }
  }

  /**
   * A fixed rate.
   *
   * @param meanRate requests per second, positive and finite
   * @param spacing how arrivals are spaced
   */
  record OpenRate(double meanRate, Spacing spacing) implements Workload {
    public OpenRate {
      Check.that(
          meanRate > 0 && Double.isFinite(meanRate),
          "the arrival rate must be positive and finite, but is %s/s",
          meanRate);
    }

    @Override
    public OpenRate times(double factor) {
      requireFactor(factor);
      return new OpenRate(meanRate * factor, spacing);
    }

    /** How arrivals at a given rate are spaced. */
    public enum Spacing {
      /** Independent exponential gaps. */
      POISSON,
      /** Equal gaps. */
      CONSTANT
    }
  }
}
