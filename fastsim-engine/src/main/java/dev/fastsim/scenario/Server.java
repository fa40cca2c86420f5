package dev.fastsim.scenario;

/**
 * The machines of a service: identical replicas behind a balancer.
 *
 * @param cores of each replica, at least 1
 * @param ramBytes memory of each replica, at least 1; {@link #UNLIMITED} for no limit
 * @param replicas at least 1
 * @param balancer how requests are spread over the replicas; not {@link
 *     BalancingPolicy#FEWEST_IN_TRANSIT}, since there is no way between balancer and replica
 * @param maxQueue how many requests of one replica may wait, for memory or in the ready queue,
 *     before a new one that would have to wait is rejected, at least 0; {@link Integer#MAX_VALUE}
 *     for no limit, as there must be none with a {@link Concurrency.ThreadPool}
 * @param concurrency how each replica works on several requests at once
 */
public record Server(
    int cores,
    long ramBytes,
    int replicas,
    BalancingPolicy balancer,
    int maxQueue,
    Concurrency concurrency) {

  /** Memory without limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** Most replicas, and most cores of a replica, that a scenario may ask for. */
  public static final int MOST = 10_000;

  /** One replica, one core, no limits. */
  public static final Server DEFAULT =
      new Server(1, UNLIMITED, 1, BalancingPolicy.ROUND_ROBIN, Integer.MAX_VALUE);

  public Server {
    Check.that(cores >= 1 && cores <= MOST, "cores must be from 1 to %s, but is %s", MOST, cores);
    Check.that(ramBytes >= 1, "ram must be more than 0 B, but is %s B", ramBytes);
    Check.that(
        replicas >= 1 && replicas <= MOST,
        "replicas must be from 1 to %s, but is %s",
        MOST,
        replicas);
    Check.that(
        balancer != BalancingPolicy.FEWEST_IN_TRANSIT,
        "the balancer of replicas cannot be %s: requests are never on the way to a replica",
        balancer);
    Check.that(maxQueue >= 0, "maxQueue must not be negative, but is %s", maxQueue);
    Check.that(
        maxQueue == Integer.MAX_VALUE || !(concurrency instanceof Concurrency.ThreadPool),
        "maxQueue must not be given for a thread pool, but is %s; its acceptQueue limits who waits",
        maxQueue);
  }

  /** Such machines with an event loop. */
  public Server(int cores, long ramBytes, int replicas, BalancingPolicy balancer, int maxQueue) {
    this(cores, ramBytes, replicas, balancer, maxQueue, new Concurrency.EventLoop());
  }

  /** Whether no request is turned away, however many there are. */
  public boolean servesAll() {
    return maxQueue == Integer.MAX_VALUE
        && !(concurrency instanceof Concurrency.ThreadPool pool
            && pool.acceptQueue() != Integer.MAX_VALUE);
  }

  /** The same machines with another number of cores. */
  public Server withCores(int other) {
    return new Server(other, ramBytes, replicas, balancer, maxQueue, concurrency);
  }

  /** The same machines with other memory, in bytes. */
  public Server withRam(long otherBytes) {
    return new Server(cores, otherBytes, replicas, balancer, maxQueue, concurrency);
  }

  /** Another number of the same machines. */
  public Server withReplicas(int other) {
    return new Server(cores, ramBytes, other, balancer, maxQueue, concurrency);
  }

  /** As many of the same machines behind another balancer. */
  public Server withBalancer(BalancingPolicy other) {
    return new Server(cores, ramBytes, replicas, other, maxQueue, concurrency);
  }

  /** The same machines with another limit of their queues. */
  public Server withMaxQueue(int other) {
    return new Server(cores, ramBytes, replicas, balancer, other, concurrency);
  }

  /** The same machines that work in another way. */
  public Server withConcurrency(Concurrency other) {
    return new Server(cores, ramBytes, replicas, balancer, maxQueue, other);
  }
}
