package dev.fastsim.simulation;

import dev.fastsim.kernel.IntStack;
import dev.fastsim.scenario.SimulationException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests inside the service, by number, so that queues can be queues of primitives. */
final class Requests {

  /** Beyond this the model is so overloaded that its numbers mean nothing. */
  private static final int MOST = 1 << 20;

  private final int pools;
  private final int calledSteps;
  private final int drawnLatencies;
  private final int drawnLucks;
  private final int expectedSteps;
  private final IntStack free = new IntStack();
  private Request[] all = new Request[64];
  private int used;

  /** Of no meaning; a sum that has to be made, so that what it is made of is fetched. */
  private long fetched;

  /**
   * Makes room for requests.
   *
   * @param pools kinds of pools they may wait for
   * @param calledSteps steps that others may take for them; 0 if no service calls another
   * @param wayOut the way whose latencies and losses are drawn when a request arrives, to be used
   *     when it leaves; null if there is no such way
   * @param expectedSteps how many a request is expected to record
   */
  Requests(int pools, int calledSteps, @Nullable Way wayOut, int expectedSteps) {
    this.pools = pools;
    this.calledSteps = calledSteps;
    this.drawnLatencies = wayOut == null ? 0 : wayOut.latencies();
    this.drawnLucks = wayOut == null ? 0 : wayOut.lucks();
    this.expectedSteps = expectedSteps;
  }

  /** The request of a number. */
  Request get(int number) {
    return all[number];
  }

  /**
   * Fetches requests that will be needed soon. Where there are many, each costs several accesses to
   * memory, one after the other; of several requests at once, they overlap.
   */
  void fetch(int[] numbers, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += all[numbers[i]].fetch();
    }
    fetched = sum;
  }

  /** A request arrives. */
  Request open(int endpoint, long now) {
    Request request = free.isEmpty() ? another() : all[free.pop()];
    request.begin(endpoint, now);
    return request;
  }

  private Request another() {
    refuseMoreThanMost(used + 1);
    if (used == all.length) {
      all = Arrays.copyOf(all, 2 * used);
    }
    Request request =
        new Request(used, pools, calledSteps, drawnLatencies, drawnLucks, expectedSteps);
    all[used++] = request;
    return request;
  }

  /**
   * Throws if so many requests are inside, or wait in one queue, that it makes no sense to go on.
   */
  void refuseMoreThanMost(int count) {
    if (count > MOST) {
      throw new SimulationException(
          MOST
              + " requests are inside the service at once: more arrive than it can serve, so that"
              + " queues grow without end. Lower the traffic, add cores or replicas, or limit the"
              + " queue with maxQueue or a rate limiter");
    }
  }

  /** The request has ended, and nothing refers to it any more. */
  void close(Request request) {
    request.end();
    free.push(request.number);
  }

  /** The request has ended, but something still refers to it, which is to close it then. */
  void kill(Request request) {
    request.end();
    request.replica = Request.DEAD;
  }

  /** Shows every request that has not ended, which may end meanwhile, in the order of numbers. */
  void forEachOpen(Consumer<Request> visitor) {
    for (int i = 0; i < used; i++) {
      if (all[i].isOpen()) {
        visitor.accept(all[i]);
      }
    }
  }
}
