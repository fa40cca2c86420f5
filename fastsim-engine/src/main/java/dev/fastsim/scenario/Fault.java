package dev.fastsim.scenario;

import dev.fastsim.units.Decimals;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.time.Duration;

/**
 * Something that goes wrong for a while. Faults may overlap: added latencies add up, losses combine
 * as independent ones, slowdowns and surges multiply, of pool sizes the smallest holds, and of
 * outages the one that takes most replicas.
 */
public sealed interface Fault {

  /** When it begins, since the start of a replication. */
  Duration start();

  /** How long it lasts. */
  Duration duration();

  /** When it is over. */
  default Duration end() {
    return start().plus(duration());
  }

  /** In one word: {@code outage}, {@code latencySpike}; the record's name. */
  default String kind() {
    String name = getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * When, in words: {@code 60 s .. 90 s}, or {@code 200 s for 300 ms} where the ends look alike.
   */
  default String periodText() {
    String from = Durations.format(start().toNanos());
    String to = Durations.format(end().toNanos());
    return from.equals(to)
        ? from + " for " + Durations.format(duration().toNanos())
        : from + " .. " + to;
  }

  /** In words, without the time: {@code outage of checkout, drained}. */
  String text();

  /**
   * Replicas of a service take no new requests. If other replicas or, behind a load balancer, other
   * services are up, they take their place; if none is, new requests are rejected.
   *
   * @param service its name
   * @param replicas how many are down, the first ones; {@link #ALL} or too many for all
   * @param mode what becomes of the requests inside
   * @param start not negative
   * @param duration more than 0
   */
  record Outage(String service, int replicas, Mode mode, Duration start, Duration duration)
      implements Fault {

    /** However many there are. */
    public static final int ALL = Integer.MAX_VALUE;

    /** What becomes of requests when their replica goes down. */
    public enum Mode {
      /** Those sent before are still served. */
      DRAIN,
      /** Those inside are dropped. */
      KILL
    }

    public Outage {
      Check.period(start, duration);
      Check.that(replicas >= 1, "replicas must be at least 1, but is %s", replicas);
    }

    @Override
    public String text() {
      String who =
          replicas == ALL
              ? service
              : "%d replica%s of %s".formatted(replicas, replicas == 1 ? "" : "s", service);
      return "outage of " + who + (mode == Mode.KILL ? ", killed" : ", drained");
    }
  }

  /**
   * Messages that leave over a link take longer.
   *
   * @param link its name
   * @param added more than 0
   * @param start not negative
   * @param duration more than 0
   */
  record LatencySpike(String link, Duration added, Duration start, Duration duration)
      implements Fault {

    public LatencySpike {
      Check.period(start, duration);
      Check.longerThanNothing("added", added);
    }

    @Override
    public String text() {
      return "%s more latency on %s".formatted(Durations.format(added.toNanos()), link);
    }
  }

  /**
   * Messages that leave over a link are lost, besides those that are lost anyway.
   *
   * @param link its name
   * @param loss share of messages, above 0 and at most 1
   * @param start not negative
   * @param duration more than 0
   */
  record ExtraLoss(String link, double loss, Duration start, Duration duration) implements Fault {

    public ExtraLoss {
      Check.period(start, duration);
      Check.that(
          loss > 0 && loss <= 1, "extra loss must be above 0 and at most 1, but is %s", loss);
    }

    @Override
    public String text() {
      return "%s more loss on %s".formatted(Shares.format(loss), link);
    }
  }

  /**
   * CPU steps of a service take longer: a noisy neighbour, a throttled container; without end for
   * the time being: a garbage collector's pause.
   *
   * @param service its name
   * @param factor how much longer, above 1; {@link Double#POSITIVE_INFINITY} for a pause
   * @param start not negative
   * @param duration more than 0
   */
  record Slowdown(String service, double factor, Duration start, Duration duration)
      implements Fault {

    public Slowdown {
      Check.period(start, duration);
      Check.that(factor > 1, "a slowdown's factor must be above 1, but is %s", factor);
    }

    @Override
    public String text() {
      return factor == Double.POSITIVE_INFINITY
          ? "pause of " + service
          : "%s times slower CPU of %s".formatted(Decimals.exact(factor), service);
    }
  }

  /**
   * A connection pool has fewer connections. Those in use beyond that are finished with first.
   *
   * @param service its name
   * @param pool the pool's name
   * @param size connections in each replica, at least 0
   * @param start not negative
   * @param duration more than 0
   */
  record PoolShrink(String service, String pool, int size, Duration start, Duration duration)
      implements Fault {

    public PoolShrink {
      Check.period(start, duration);
      Check.that(size >= 0, "a shrunken pool's size must not be negative, but is %s", size);
    }

    @Override
    public String text() {
      return "pool %s of %s at %d connection%s"
          .formatted(pool, service, size, size == 1 ? "" : "s");
    }
  }

  /**
   * Requests arrive faster.
   *
   * @param factor of the arrival rate, positive and finite; below 1 for a lull
   * @param start not negative
   * @param duration more than 0
   */
  record Surge(double factor, Duration start, Duration duration) implements Fault {

    public Surge {
      Check.period(start, duration);
      Check.that(
          factor > 0 && Double.isFinite(factor),
          "a surge's factor must be positive and finite, but is %s",
          factor);
    }

    @Override
    public String text() {
      return Decimals.exact(factor) + " times the traffic";
    }
  }
}
