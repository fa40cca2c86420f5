package dev.fastsim.benchmarks;

import dev.fastsim.kernel.TimerQueue;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: take the earliest timer, put it back after an exponential delay. Delays are drawn
 * beforehand, so that what is measured is the queue. SSJ's linked list is left out where it would
 * walk past tens of thousands of events.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HoldBenchmark {

  private static final int DELAYS = 1 << 16;

  /** Delays of two seconds on average, in nanoseconds. */
  private static long[] delays() {
    SplittableRandom random = new SplittableRandom(1);
    return random.doubles(DELAYS).mapToLong(u -> (long) (-2e9 * Math.log(1 - u))).toArray();
  }

  /** Ours. */
  @State(Scope.Thread)
  public static class Timers {

    /** Timers pending. */
    @Param({"10", "1000", "100000", "1000000"})
    public int pending;

    private final long[] delays = delays();
    private final TimerQueue queue = new TimerQueue();
    private int turn;

    /** Fills the queue. */
    @Setup
    public void fill() {
      for (int i = 0; i < pending; i++) {
        queue.add(delays[i & (DELAYS - 1)] + i, i);
      }
    }
  }

  /** The standard library's, with timers that are used again. */
  @State(Scope.Thread)
  public static class Heap {

    /** Timers pending. */
    @Param({"10", "1000", "100000", "1000000"})
    public int pending;

    private final long[] delays = delays();
    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private int turn;

    /** Fills the queue. */
    @Setup
    public void fill() {
      for (int i = 0; i < pending; i++) {
        queue.add(new Timer(delays[i & (DELAYS - 1)] + i));
      }
    }
  }

  /** SSJ's trees and Henriksen's list. */
  @State(Scope.Thread)
  public static class Trees {

    /** Timers pending. */
    @Param({"10", "1000", "100000", "1000000"})
    public int pending;

    /** Which one. */
    @Param({"BinaryTree", "Henriksen", "RedblackTree", "SplayTree"})
    public String list = "";

    private final long[] delays = delays();
    private EventList queue = new SplayTree();
    private int turn;

    /** Fills the list. */
    @Setup
    public void fill() {
      queue =
          switch (list) {
            case "BinaryTree" -> new BinaryTree();
            case "Henriksen" -> new Henriksen();
            case "RedblackTree" -> new RedblackTree();
            default -> new SplayTree();
          };
      fillWith(queue, pending, delays);
    }
  }

  /** SSJ's linked list. */
  @State(Scope.Thread)
  public static class Linked {

    /** Timers pending. */
    @Param({"10", "1000"})
    public int pending;

    private final long[] delays = delays();
    private final EventList queue = new DoublyLinked();
    private int turn;

    /** Fills the list. */
    @Setup
    public void fill() {
      fillWith(queue, pending, delays);
    }
  }

  private static void fillWith(EventList queue, int pending, long[] delays) {
    for (int i = 0; i < pending; i++) {
      Idle event = new Idle();
      event.delay(delays[i & (DELAYS - 1)] + i);
      queue.add(event);
    }
  }

  /** Ours. */
  @Benchmark
  public int timerQueue(Timers timers) {
    long now = timers.queue.nextTime();
    int item = timers.queue.poll();
    timers.queue.add(now + timers.delays[timers.turn++ & (DELAYS - 1)], item);
    return item;
  }

  /** The standard library's. */
  @Benchmark
  public Timer priorityQueue(Heap heap) {
    Timer timer = heap.queue.remove();
    timer.time += heap.delays[heap.turn++ & (DELAYS - 1)];
    heap.queue.add(timer);
    return timer;
  }

  /** SSJ's. */
  @Benchmark
  public Event ssjTree(Trees trees) {
    return hold(trees.queue, trees.delays[trees.turn++ & (DELAYS - 1)]);
  }

  /** SSJ's best one for few events. */
  @Benchmark
  public Event ssjLinked(Linked linked) {
    return hold(linked.queue, linked.delays[linked.turn++ & (DELAYS - 1)]);
  }

  private static Event hold(EventList queue, long delay) {
    Idle event = (Idle) queue.removeFirst();
    event.delay(delay);
    queue.add(event);
    return event;
  }

  /** A timer of the standard library's queue. */
  public static final class Timer implements Comparable<Timer> {

    private long time;

    Timer(long time) {
      this.time = time;
    }

    @Override
    public int compareTo(Timer other) {
      return Long.compare(time, other.time);
    }
  }

  private static final class Idle extends Event {

    Idle() {
      eventTime = 0;
    }

    /** A simulator would do this when the event is scheduled again. */
    void delay(long nanos) {
      eventTime += nanos;
    }

    @Override
    public void actions() {
      // never happens
    }
  }
}
