package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.Normal;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** The times at which requests arrive, one after the other. */
abstract class ArrivalTimes {

  private static final double NANOS = 1e9;

  /** The next arrival, {@link Agenda#NEVER} if it lies beyond the horizon. */
  abstract long next();

  /**
   * The arrival times of one replication of an open workload.
   *
   * @param surges factor of the arrival rate over time
   */
  static ArrivalTimes of(
      Workload workload, PiecewiseConstant surges, Streams streams, int replication, long horizon) {
    UniformRandomProvider arrivals = streams.stream(replication, "workload", "arrivals");
    if (workload instanceof Workload.Users users) {
      return new WindowedPoisson(
          users, surges, arrivals, streams.stream(replication, "workload", "users"), horizon);
    }
    if (workload instanceof StagedRate staged) {
      boolean even = staged.spacing() == Workload.OpenRate.Spacing.CONSTANT;
      return new StagedTimes(
          staged, surges, even ? null : new Exponential(1).sampler(arrivals), horizon);
    }
    Workload.OpenRate open = (Workload.OpenRate) workload;
    double rate = open.meanRate() / NANOS;
    return switch (open.spacing()) {
      case CONSTANT -> new Regular(rate, surges, horizon);
      case POISSON -> new WindowedPoisson(rate, surges, arrivals, horizon);
    };
  }

  /** The i-th arrival, counted from 1, comes when i requests were to be expected. */
  private static final class Regular extends ArrivalTimes {

    private final double rate;
    private final PiecewiseConstant surges;
    private final long horizon;
    private long count;

    /** Since the last change of the rate. */
    private double start;

    /** Requests expected until then. */
    private double expected;

    private double change;
    private double current;

    Regular(double rate, PiecewiseConstant surges, long horizon) {
      this.rate = rate;
      this.surges = surges;
      this.horizon = horizon;
      this.change = surges.nextChange(0);
      this.current = rate * surges.at(0);
    }

    @Override
    long next() {
      count++;
      double arrival = start + (count - expected) / current;
      while (arrival >= change) {
        expected += (change - start) * current;
        start = change;
        current = rate * surges.at((long) change);
        change = surges.nextChange(change);
        arrival = start + (count - expected) / current;
      }
      long time = Math.round(arrival);
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
    private final PiecewiseConstant surges;
    private double now;
    private double windowEnd;
    private double surgeEnd;
    private double users;
    private double rate;
    private double rateEnd;

    /** A rate that only surges change. */
    WindowedPoisson(
        double rate, PiecewiseConstant surges, UniformRandomProvider arrivals, long horizon) {
      this.surges = surges;
      this.expected = new Exponential(1).sampler(arrivals);
      this.horizon = horizon;
      this.window = Double.POSITIVE_INFINITY;
      this.count = () -> 1;
      this.ratePerUser = rate;
    }

    WindowedPoisson(
        Workload.Users users,
        PiecewiseConstant surges,
        UniformRandomProvider arrivals,
        UniformRandomProvider draws,
        long horizon) {
      this.expected = new Exponential(1).sampler(arrivals);
      this.horizon = horizon;
      this.surges = surges;
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
      } else if (count instanceof Workload.Users.Count.RectifiedNormal rectified) {
        Sampler sampler = new RectifiedNormal(mean, rectified.sd()).sampler(draws);
        return sampler::next;
      }
      return () -> mean;
    }

    @Override
    long next() {
      double amount = expected.next();
      while (now <= horizon) {
        if (now >= rateEnd) {
          changeRate();
        }
        double arrival = now + amount / rate;
        if (arrival < rateEnd) {
          now = arrival;
          return arrival > horizon ? Agenda.NEVER : (long) (arrival + 0.5);
        }
        amount -= rate * (rateEnd - now);
        now = rateEnd;
      }
      return Agenda.NEVER;
    }

    private void changeRate() {
      if (now >= windowEnd) {
        users = count.draw();
        windowEnd += window;
      }
      if (now >= surgeEnd) {
        surgeEnd = surges.nextChange(now);
      }
      rate = users * ratePerUser * surges.at((long) now);
      rateEnd = Math.min(windowEnd, surgeEnd);
    }

    private interface UserCount {
      double draw();
    }
  }
}
