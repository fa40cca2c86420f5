package dev.fastsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
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

    void drain() {
      while (!expected.isEmpty()) {
        poll();
      }
    }
  }

  /** Waves of growth and shrinkage lead from the ring to the heap and back, several times. */
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

  /** Thirty-two moves are made in the ring, a thirty-third is not. */
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
  void itemsThatWrapAroundTheRingSurviveItsChangeIntoAHeap() {
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
  void goingBackAndForthBetweenRingAndHeapAllocatesNothing() {
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
