package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;

/**
 * A fixed number of users, each of whom sends a request, waits until it ends, thinks, and sends the
 * next one: a closed system. At most so many requests are inside, and {@code throughput = users /
 * (mean latency + mean think time)}, the interactive response-time law (Denning and Buzen 1978,
 * "The operational analysis of queueing network models", <i>Computing Surveys</i> 10).
 *
 * <p>A user takes notice of every end: of the response, but also of a rejection, a timeout, and of
 * a message that is lost, at the time at which that happens. Each user begins with a think time. A
 * {@link Fault.Surge} makes users think so many times faster while it lasts.
 *
 * @param users from 1 to 1 000 000
 * @param thinkTime in seconds
 */
public record ClosedUsers(int users, Distribution thinkTime) implements Workload {

  /** The largest number of users. */
  public static final int MOST = 1_000_000;

  public ClosedUsers {
    Check.that(users >= 1 && users <= MOST, "users must be from 1 to %s, but is %s", MOST, users);
  }

  /**
   * The rate if responses took no time, users / mean think time: the most there can be. Infinite
   * without a think time.
   */
  @Override
  public double meanRate() {
    return users / thinkTime.mean();
  }

  /** So many times the users, rounded to the nearest whole number and at least 1. */
  @Override
  public ClosedUsers times(double factor) {
    Workload.requireFactor(factor);
    double more = Math.max(1, Math.rint(users * factor));
    Check.that(more <= MOST, "%s times %s users are more than %s", factor, users, MOST);
    return new ClosedUsers((int) more, thinkTime);
  }
}
