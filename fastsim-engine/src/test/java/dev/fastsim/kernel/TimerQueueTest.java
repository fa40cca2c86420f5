package dev.fastsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a {@link PriorityQueue} that breaks ties by the order of addition. */
class TimerQueueTest {

  private record Timer(long time, int item) {}

  private static final class Pair {
    private final TimerQueue queue = new TimerQueue();
    private final PriorityQueue<Timer> expected =
        new PriorityQueue<>(Comparator.comparingLong(Timer::time).thenComparingInt(Timer::item));
    private int added;

    void add(long time) {
      queue.add(time, added);
      expected.add(new Timer(time, added));
      added++;
      check();
    }

    /** Returns the time. */
    long poll() {
      Timer first = expected.remove();
      assertThat(queue.nextTime()).isEqualTo(first.time);
      assertThat(queue.poll()).isEqualTo(first.item);
      check();
      return first.time;
    }

    private void check() {
      assertThat(queue.size()).isEqualTo(expected.size());
      Timer first = expected.peek();
      assertThat(queue.nextTime()).isEqualTo(first == null ? Agenda.NEVER : first.time);
    }

    void clear() {
      queue.clear();
      expected.clear();
      check();
    }

    void drain() {
      while (!expected.isEmpty()) {
        poll();
      }
    }
  }

  /** Waves of growth and shrinkage lead from the run to the ladder and back, several times. */
  private static void wavesOf(int size, LongUnaryOperator delay) {
    Pair pair = new Pair();
    SplittableRandom random = new SplittableRandom(size);
    long now = 0;
    for (int wave = 0; wave < 4; wave++) {
      for (int i = 0; i < 4 * size; i++) {
        boolean grow = i < 2 * size;
        boolean add = random.nextInt(3) == 0 ? !grow : grow;
        if (add) {
          pair.add(now + delay.applyAsLong(random.nextLong()));
        } else if (!pair.expected.isEmpty()) {
          now = pair.poll();
        }
      }
    }
    pair.drain();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 50, 500, 5000})
  void randomDelaysComeInOrder(int size) {
    wavesOf(size, random -> random >>> 40);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 50, 500, 5000})
  void equalTimesComeInTheOrderOfAddition(int size) {
    wavesOf(size, random -> random >>> 62);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 500})
  void constantDelaysComeInTheOrderOfAddition(int size) {
    wavesOf(size, random -> 1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 50, 500})
  void fewShortDelaysAmongLongOnesComeInOrder(int size) {
    wavesOf(size, random -> (random & 15) == 0 ? random >>> 56 : 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 50, 500, 20_000})
  void heavyTailsComeInOrder(int size) {
    wavesOf(size, random -> (long) (1000 / Math.pow((random >>> 11) * 0x1p-53 + 1e-12, 1.5)));
  }

  /** From a nanosecond to an hour, most of them short. */
  @ParameterizedTest
  @ValueSource(ints = {16, 50, 500, 20_000})
  void delaysOfAllLengthsComeInOrder(int size) {
    wavesOf(size, random -> (random >>> 8) % (1L << ((random & 255) % 42)));
  }

  /** Where many bits of a time change at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 16, 30, 31, 32, 33, 50})
  void timesAroundAPowerOfTwoComeInOrder(int power) {
    Pair pair = new Pair();
    SplittableRandom random = new SplittableRandom(power);
    long middle = 1L << power;
    long reach = Math.min(middle, 2000);
    for (int i = 0; i < 2000; i++) {
      pair.add(middle + random.nextLong(-reach, reach));
    }
    pair.drain();
  }

  @Test
  void veryLateTimesComeInOrder() {
    Pair pair = new Pair();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      pair.add(Agenda.NEVER - 1 - random.nextLong(1L << random.nextInt(62)));
    }
    pair.drain();
  }

  /** A far bucket must not be looked into before its time has come. */
  @Test
  void burstsOfShortDelaysBeforeManyLongOnesComeInOrder() {
    Pair pair = new Pair();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5000; i++) {
      pair.add(1_000_000_000 + random.nextLong(1_000_000));
    }
    long now = 0;
    for (int burst = 0; burst < 100; burst++) {
      for (int i = 0; i < 60; i++) {
        pair.add(now + random.nextLong(10_000));
      }
      for (int i = 0; i < 60; i++) {
        now = pair.poll();
      }
    }
    pair.drain();
  }

  @Test
  void manyEqualTimesComeInTheOrderOfAddition() {
    Pair pair = new Pair();
    for (int i = 0; i < 10_000; i++) {
      pair.add(i % 7 == 0 ? 5 : 6);
    }
    pair.drain();
  }

  /**
   * Phases that grow or shrink the queue, each with its own kind of delay: equal, short with many
   * ties, on a grid, and long. The ladder is laid out for one kind and then meets another.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void phasesOfDifferentDelaysComeInOrder(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int script = 0; script < 40; script++) {
      Pair pair = new Pair();
      long now = 0;
      for (int phase = 0; phase < 30; phase++) {
        int kind = random.nextInt(4);
        int range = 1 << random.nextInt(1, 10);
        int adds = random.nextInt(10);
        for (int i = random.nextInt(120); i > 0; i--) {
          if (random.nextInt(10) < adds) {
            long delay =
                switch (kind) {
                  case 0 -> random.nextInt(range);
                  case 1 -> 7;
                  case 2 -> random.nextInt(3) * 1000L;
                  default -> random.nextInt(100_000, 200_000);
                };
            pair.add(now + delay);
          } else if (!pair.expected.isEmpty()) {
            now = pair.poll();
          }
        }
      }
      pair.drain();
    }
  }

  @Test
  void clearedQueueIsAsNew() {
    TimerQueue queue = new TimerQueue();
    for (int i = 100; i > 0; i--) {
      queue.add(i, i);
    }
    queue.clear();
    assertThat(queue.size()).isZero();
    assertThat(queue.nextTime()).isEqualTo(Agenda.NEVER);
  }

  /** As when a replica is killed: what it was to do later is of no account to what comes next. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 50, 500, 5000})
  void clearedQueueTakesTimesBeforeThoseThatItForgot(int size) {
    Pair pair = new Pair();
    SplittableRandom random = new SplittableRandom(size);
    long now = 0;
    for (int life = 0; life < 4; life++) {
      for (int i = 0; i < size; i++) {
        pair.add(now + random.nextLong(1_000_000));
      }
      for (int i = 0; i < size / 4; i++) {
        now = pair.poll();
      }
      pair.clear();
    }
    for (int i = 0; i < size; i++) {
      pair.add(now + random.nextLong(1_000_000));
    }
    pair.drain();
  }

  @Test
  void whatComesNextAmongManyIsToldAhead() {
    List<Integer> told = new ArrayList<>();
    TimerQueue queue =
        new TimerQueue(
            (items, from, to) -> {
              for (int i = from; i < to; i++) {
                told.add(items[i]);
              }
            });
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      queue.add(random.nextInt(1_000_000_000), i);
    }
    List<Integer> polled = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      polled.add(queue.poll());
    }
    assertThat(told).startsWith(polled.toArray(Integer[]::new));
  }

  /** The hold model. A chunk now and then may still be missing: less than a byte an item. */
  @Test
  void holdingAMillionAllocatesNothing() {
    TimerQueue queue = new TimerQueue();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000_000; i++) {
      queue.add(random.nextLong(1L << 31), i);
    }
    hold(queue, random, 4_000_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    hold(queue, random, 1_000_000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
  }

  private static void hold(TimerQueue queue, SplittableRandom random, int times) {
    for (int i = 0; i < times; i++) {
      long now = queue.nextTime();
      queue.add(now + random.nextLong(1L << 31), queue.poll());
    }
  }

  /** Thirty-two moves are made in the run, a thirty-third is not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 34, 63, 64, 65})
  void descendingTimesComeInOrder(int size) {
    Pair pair = new Pair();
    for (int i = size; i > 0; i--) {
      pair.add(i);
    }
    pair.drain();
  }

  @Test
  void itemsAnywhereInTheRunSurviveItsChangeIntoALadder() {
    for (int offset = 0; offset < 70; offset++) {
      Pair pair = new Pair();
      for (int i = 0; i < offset; i++) {
        pair.add(i);
        pair.poll();
      }
      for (int i = 0; i < 60; i++) {
        pair.add(1000 + i / 2);
      }
      pair.add(999);
      pair.add(1010);
      pair.drain();
    }
  }

  @Test
  void goingBackAndForthBetweenRunAndLadderAllocatesNothing() {
    TimerQueue queue = new TimerQueue();
    backAndForth(queue, 10);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    backAndForth(queue, 1000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }

  private static void backAndForth(TimerQueue queue, int times) {
    for (int i = 0; i < times; i++) {
      for (int time = 100; time > 0; time--) {
        queue.add(time, time);
      }
      while (queue.size() > 0) {
        queue.poll();
      }
    }
  }

  @Test
  void emptyQueueIsNeverDue() {
    assertThat(new TimerQueue().nextTime()).isEqualTo(Agenda.NEVER);
  }
}
