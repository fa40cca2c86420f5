package dev.fastsim.scenario;

import java.time.Duration;

/**
 * Adds and removes replicas by their CPU utilization, by the rules of the Kubernetes Horizontal Pod
 * Autoscaler (autoscaling/v2).
 *
 * <p>Every {@code syncPeriod} the mean utilization of the replicas that take requests, over that
 * period, is compared with the target:
 *
 * <pre>desired = ceil(replicas x utilization / target)</pre>
 *
 * <p>Nothing is done if the ratio is within the tolerance of 1. Replicas that have not started yet
 * count as idle when there are too few and are left out when there are too many. Within a sync
 * period at most four are added, or as many as there are, whichever is more. Fewer are taken as
 * soon as no recommendation of the last {@code scaleDownWindow} asked for more.
 *
 * @param min fewest replicas, at least 1
 * @param max most replicas, at least {@code min}
 * @param targetUtilization share of the cores that should be held, above 0 and at most 1
 * @param coldStart from the decision to the first request of a new replica, not negative
 * @param syncPeriod from one decision to the next, positive
 * @param scaleDownWindow stabilization window of scaling down, not negative
 * @param tolerance by how much the ratio may differ from 1, not negative
 */
public record Autoscaler(
    int min,
    int max,
    double targetUtilization,
    Duration coldStart,
    Duration syncPeriod,
    Duration scaleDownWindow,
    double tolerance) {

  /** Kubernetes' {@code --horizontal-pod-autoscaler-sync-period}. */
  public static final Duration SYNC_PERIOD = Duration.ofSeconds(15);

  /** Kubernetes' {@code --horizontal-pod-autoscaler-downscale-stabilization}. */
  public static final Duration SCALE_DOWN_WINDOW = Duration.ofMinutes(5);

  /** Kubernetes' {@code --horizontal-pod-autoscaler-tolerance}. */
  public static final double TOLERANCE = 0.1;

  /** A container that is pulled and a JVM that starts. */
  public static final Duration COLD_START = Duration.ofSeconds(30);

  public Autoscaler {
    Check.that(min >= 1, "min must be at least 1, but is %s", min);
    Check.that(
        max >= min && max <= Server.MOST,
        "max must be from min, which is %s, to %s, but is %s",
        min,
        Server.MOST,
        max);
    Check.that(
        targetUtilization > 0 && targetUtilization <= 1,
        "targetUtilization must be above 0 and at most 1, but is %s",
        targetUtilization);
    Check.that(!coldStart.isNegative(), "coldStart must not be negative, but is %s", coldStart);
    Check.that(
        !syncPeriod.isNegative() && !syncPeriod.isZero(),
        "syncPeriod must be positive, but is %s",
        syncPeriod);
    Check.that(
        !scaleDownWindow.isNegative(),
        "scaleDownWindow must not be negative, but is %s",
        scaleDownWindow);
    Check.that(
        tolerance >= 0 && Double.isFinite(tolerance),
        "tolerance must not be negative, but is %s",
        tolerance);
  }

  /** Kubernetes' defaults, and a cold start of 30 s. */
  public static Autoscaler of(int min, int max, double targetUtilization) {
    return new Autoscaler(
        min, max, targetUtilization, COLD_START, SYNC_PERIOD, SCALE_DOWN_WINDOW, TOLERANCE);
  }

  /** The same with another time until a new replica takes requests. */
  public Autoscaler withColdStart(Duration other) {
    return new Autoscaler(
        min, max, targetUtilization, other, syncPeriod, scaleDownWindow, tolerance);
  }
}
