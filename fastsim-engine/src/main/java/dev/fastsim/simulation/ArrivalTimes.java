package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.Normal;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Workload;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** The times at which requests arrive, one after the other. */
abstract class ArrivalTimes {

  private static final double NANOS = 1e9;

  /** The next arrival, {@link Agenda#NEVER} if it lies beyond the horizon. */
  abstract long next();

  static ArrivalTimes of(Workload workload, Streams streams, int replication, long horizon) {
    UniformRandomProvider arrivals = streams.stream(replication, "workload", "arrivals");
    if (workload instanceof Workload.Users users) {
      return new WindowedPoisson(
          users, arrivals, streams.stream(replication, "workload", "users"), horizon);
    }
    Workload.OpenRate open = (Workload.OpenRate) workload;
    double rate = open.meanRate() / NANOS;
    return switch (open.spacing()) {
      case CONSTANT -> new Regular(rate, horizon);
      case POISSON -> new WindowedPoisson(rate, arrivals, horizon);
    };
  }

  /** The i-th arrival, counted from 1, comes at i / rate. */
  private static final class Regular extends ArrivalTimes {
    private final double rate;
    private final long horizon;
    private long count;

    Regular(double rate, long horizon) {
      this.rate = rate;
      this.horizon = horizon;
    }

    @Override
    long next() {
      long time = Math.round(++count / rate);
      return time > horizon ? Agenda.NEVER : time;
    }
  }

  /**
   * A Poisson process whose rate changes at window boundaries. An exponential amount of expected
   * arrivals is used up across boundaries (time change of a unit-rate process; Cinlar 1975, ch. 4),
   * so that no arrival is lost at one.
   */
  private static final class WindowedPoisson extends ArrivalTimes {
    private final Sampler expected;
    private final long horizon;
    private final double window;
    private final UserCount count;
    private final double ratePerUser;
    private double now;
    private double windowEnd;
    private double rate;

    /** A rate that never changes. */
    WindowedPoisson(double rate, UniformRandomProvider arrivals, long horizon) {
      this.expected = new Exponential(1).sampler(arrivals);
      this.horizon = horizon;
      this.window = Double.POSITIVE_INFINITY;
      this.count = () -> 1;
      this.ratePerUser = rate;
    }

    WindowedPoisson(
        Workload.Users users,
        UniformRandomProvider arrivals,
        UniformRandomProvider draws,
        long horizon) {
      this.expected = new Exponential(1).sampler(arrivals);
      this.horizon = horizon;
      this.window = users.window().toNanos();
      this.count = countOf(users, draws);
      this.ratePerUser = users.requestsPerMinute() / 60 / NANOS;
    }

    private static UserCount countOf(Workload.Users users, UniformRandomProvider draws) {
      double mean = users.meanUsers();
      Workload.Users.Count count = users.count();
      if (count instanceof Workload.Users.Count.Poisson) {
        SharedStateDiscreteSampler sampler = PoissonSampler.of(draws, mean);
        return sampler::sample;
      } else if (count instanceof Workload.Users.Count.Normal normal) {
        Sampler sampler = new Normal(mean, normal.sd()).sampler(draws);
        return sampler::next;
      }
      return () -> mean;
    }

    @Override
    long next() {
      double amount = expected.next();
      while (now <= horizon) {
        if (now >= windowEnd) {
          rate = count.draw() * ratePerUser;
          windowEnd += window;
        }
        double arrival = now + amount / rate;
        if (arrival < windowEnd) {
          now = arrival;
          return arrival > horizon ? Agenda.NEVER : Math.round(arrival);
        }
        amount -= rate * (windowEnd - now);
        now = windowEnd;
      }
      return Agenda.NEVER;
    }

    private interface UserCount {
      double draw();
    }
  }
}
