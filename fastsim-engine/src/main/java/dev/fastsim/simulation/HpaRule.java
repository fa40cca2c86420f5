package dev.fastsim.simulation;

import dev.fastsim.scenario.Autoscaler;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many replicas there should be, by the rules of the Kubernetes Horizontal Pod Autoscaler: its
 * <i>algorithm details</i>, and the default behaviour of {@code autoscaling/v2}.
 */
final class HpaRule {

  /** Most replicas that are added in one period, unless there are more than that already. */
  private static final int ADDED_MOST = 4;

  private final Autoscaler autoscaler;
  private final long window;

  /** What was recommended within the window, the oldest first. */
  private final Deque<Recommendation> recent = new ArrayDeque<>();

  private record Recommendation(long time, int replicas) {}

  /**
   * Starts at time 0.
   *
   * @param replicas that there are, which counts as a recommendation
   */
  HpaRule(Autoscaler autoscaler, int replicas) {
    this.autoscaler = autoscaler;
    this.window = autoscaler.scaleDownWindow().toNanos();
    recent.addLast(new Recommendation(0, replicas));
  }

  /**
   * Decides, and remembers what it would recommend were nothing stabilized.
   *
   * @param ready replicas that take requests
   * @param starting replicas that do not yet
   * @param utilization mean share of the cores of a ready replica that were held
   */
  int decide(long now, int ready, int starting, double utilization) {
    int current = ready + starting;
    int recommended = recommend(ready, starting, utilization);
    while (!recent.isEmpty() && recent.peekFirst().time() < now - window) {
      recent.removeFirst();
    }
    recent.addLast(new Recommendation(now, recommended));
    int stable = recommended;
    if (recommended < current) {
      int most = recent.stream().mapToInt(Recommendation::replicas).max().orElse(recommended);
      stable = Math.min(current, most);
    }
    int limited = Math.min(stable, Math.max(current + ADDED_MOST, 2 * current));
    return Math.max(autoscaler.min(), Math.min(autoscaler.max(), limited));
  }

  private int recommend(int ready, int starting, double utilization) {
    int current = ready + starting;
    if (ready == 0) {
      return current;
    }
    double ratio = utilization / autoscaler.targetUtilization();
    if (starting == 0 || ratio <= 1) {
      return isClose(ratio) ? current : ceil(ratio * ready);
    }
    double withStarting = ratio * ready / current; // those that start are taken to be idle
    boolean reversed = withStarting < 1;
    return reversed || isClose(withStarting) ? current : ceil(withStarting * current);
  }

  private boolean isClose(double ratio) {
    return Math.abs(1 - ratio) <= autoscaler.tolerance();
  }

  /** Rounded up, but not for a difference in the last bits. */
  private static int ceil(double replicas) {
    return (int) Math.ceil(Math.min(replicas, Integer.MAX_VALUE) * (1 - 1e-12));
  }
}
