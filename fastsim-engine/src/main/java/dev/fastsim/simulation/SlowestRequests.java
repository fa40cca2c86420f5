package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The slowest of all requests that arrive after the warm-up and are completed. */
final class SlowestRequests implements Witness {

  /**
   * One of them.
   *
   * @param number in the order of arrival, from 1
   */
  record Slow(int number, long arrival, long end) {

    long latency() {
      return end - arrival;
    }
  }

  /** Of two that are equally slow, the one that arrived first is the slower one. */
  private static final Comparator<Slow> BY_SLOWNESS =
      Comparator.comparingLong(Slow::latency)
          .thenComparing(Slow::number, Comparator.reverseOrder());

  private final long warmUp;
  private final int most;
  private final PriorityQueue<Slow> slowest = new PriorityQueue<>(BY_SLOWNESS);
  private int arrivals;

  /** By slot. */
  private int[] numbers = new int[64];

  private long[] times = new long[64];

  /**
   * Looks for them.
   *
   * @param warmUp its end
   * @param most how many
   */
  SlowestRequests(long warmUp, int most) {
    this.warmUp = warmUp;
    this.most = most;
  }

  @Override
  public void arrived(int slot, long time) {
    if (slot >= numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * slot);
      times = Arrays.copyOf(times, 2 * slot);
    }
    numbers[slot] = ++arrivals;
    times[slot] = time;
  }

  @Override
  public void ended(int slot, Outcome outcome, long time) {
    if (outcome == Outcome.COMPLETED && times[slot] >= warmUp) {
      slowest.add(new Slow(numbers[slot], times[slot], time));
      if (slowest.size() > most) {
        slowest.remove();
      }
    }
  }

  /** The slowest first. */
  List<Slow> found() {
    List<Slow> all = new ArrayList<>(slowest);
    all.sort(BY_SLOWNESS.reversed());
    return all;
  }
}
