package dev.fastsim.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how often to simulate.
 *
 * @param duration simulated time of one replication, warm-up included; positive, at most 365 days
 * @param warmUp start of a replication that is not measured; not negative, shorter than the
 *     duration. Empty: found by simulating ahead, and nothing where there are faults or stages,
 *     since their times count from the start
 * @param seed of all random numbers
 * @param replications run in any case, at least 1
 * @param maxReplications run at most while a verdict is open, at least {@code replications}
 */
public record RunPlan(
    Duration duration,
    Optional<Duration> warmUp,
    long seed,
    int replications,
    int maxReplications) {

  static final Duration LONGEST = Duration.ofDays(365);

  /** Five minutes, a warm-up that is found, seed 1, 8 to 32 replications. */
  public static final RunPlan DEFAULT =
      new RunPlan(Duration.ofMinutes(5), Optional.empty(), 1, 8, 32);

  public RunPlan {
    Check.longerThanNothing("duration", duration);
    warmUp.ifPresent(
        start ->
            Check.that(
                !start.isNegative() && start.compareTo(duration) < 0,
                "warmUp must not be negative and must be shorter than the duration %s, but is %s",
                duration,
                start));
    Check.that(replications >= 1, "replications must be at least 1, but is %s", replications);
    Check.that(
        maxReplications >= replications && maxReplications <= 100_000,
        "maxReplications must be from replications (%s) to 100000, but is %s",
        replications,
        maxReplications);
  }

  /** A plan with a given warm-up. */
  public RunPlan(
      Duration duration, Duration warmUp, long seed, int replications, int maxReplications) {
    this(duration, Optional.of(warmUp), seed, replications, maxReplications);
  }

  /** The same plan with another seed. */
  public RunPlan withSeed(long other) {
    return new RunPlan(duration, warmUp, other, replications, maxReplications);
  }

  /** The same plan with a given warm-up. */
  public RunPlan withWarmUp(Duration other) {
    return new RunPlan(duration, other, seed, replications, maxReplications);
  }

  /**
   * The same plan with replications of another length. Shorter ones have as much less of a given
   * warm-up, so that it keeps its share.
   *
   * @param other warm-up included
   */
  public RunPlan withDuration(Duration other) {
    Check.longerThanNothing("duration", other);
    double share = Math.min(1, (double) other.toNanos() / duration.toNanos());
    Optional<Duration> shorter =
        warmUp.map(start -> Duration.ofNanos((long) (start.toNanos() * share)));
    return new RunPlan(other, shorter, seed, replications, maxReplications);
  }

  /** The same plan with a fixed number of replications. */
  public RunPlan withReplications(int exactly) {
    return new RunPlan(duration, warmUp, seed, exactly, exactly);
  }
}
