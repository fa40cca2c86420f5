package dev.fastsim.simulation;

import dev.fastsim.random.Exponential;
import dev.fastsim.random.Normal;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.scenario.Workload.Users.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Arrivals where the integral of the rate, from the start, has grown to what was drawn. */
final class ReferenceArrivals {

  /** A time in which the rate, in requests per nanosecond, goes in a straight line. */
  private record Piece(long from, long to, double rate, double slope) {

    Piece(long from, long to, double rate) {
      this(from, to, rate, 0);
    }

    /** The integral of the rate from the start of the piece. */
    double until(double time) {
      return rate * (time - from) + slope * (time - from) * (time - from) / 2;
    }

    /** By bisection, since the integral grows; the end if it never gets so far. */
    double whenUntil(double wanted) {
      double low = from;
      double high = to;
      for (double middle = (low + high) / 2;
          low < middle && middle < high;
          middle = (low + high) / 2) {
        if (until(middle) < wanted) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }
  }

  private final ReferenceSimulator simulator;
  private final List<Piece> pieces = new ArrayList<>();

  ReferenceArrivals(ReferenceSimulator simulator) {
    this.simulator = simulator;
    ReferenceFaults<Fault.Surge> surges =
        ReferenceFaults.of(simulator.scenario.faults(), Fault.Surge.class, surge -> true);
    Workload workload = simulator.scenario.workload();
    if (workload instanceof StagedRate staged) {
      addStages(staged, surges);
      return;
    }
    long window =
        workload instanceof Workload.Users users ? users.window().toNanos() : Long.MAX_VALUE / 2;
    DoubleSupplier rates = rates(workload);
    for (long start = 0; start <= simulator.horizon; start += window) {
      double rate = rates.getAsDouble();
      long from = start;
      while (from < start + window) {
        double factor =
            surges.activeAt(from).stream()
                .mapToDouble(Fault.Surge::factor)
                .reduce(1, (a, b) -> a * b);
        long to = Math.min(start + window, surges.changeAfter(from));
        pieces.add(new Piece(from, to, rate * factor));
        from = to;
      }
    }
  }

  private void addStages(StagedRate staged, ReferenceFaults<Fault.Surge> surges) {
    double before = staged.startRate() / 1e9;
    long start = 0;
    while (start <= simulator.horizon) {
      for (StagedRate.Stage stage : staged.stages()) {
        double target = stage.target() / 1e9;
        addLine(start, start + stage.duration().toNanos(), before, target, surges);
        start += stage.duration().toNanos();
        before = target;
      }
      if (!staged.repeated()) {
        addLine(start, Long.MAX_VALUE / 2, before, before, surges);
        return;
      }
      before = staged.startRate() / 1e9;
    }
  }

  private void addLine(
      long start, long end, double first, double last, ReferenceFaults<Fault.Surge> surges) {
    double slope = (last - first) / (end - start);
    long from = start;
    while (from < end) {
      double factor =
          surges.activeAt(from).stream()
              .mapToDouble(Fault.Surge::factor)
              .reduce(1, (a, b) -> a * b);
      long to = Math.min(end, surges.changeAfter(from));
      double rate = factor * (first + slope * (from - start));
      pieces.add(new Piece(from, to, rate, factor * slope));
      from = to;
    }
  }

  /** The rate of one window after the other. */
  private DoubleSupplier rates(Workload workload) {
    if (workload instanceof Workload.OpenRate open) {
      return () -> open.meanRate() / 1e9;
    }
    Workload.Users users = (Workload.Users) workload;
    DoubleSupplier count = count(users, simulator.stream("workload", "users"));
    double ofEach = users.requestsPerMinute() / 60 / 1e9;
    return () -> count.getAsDouble() * ofEach;
  }

  private static DoubleSupplier count(Workload.Users users, UniformRandomProvider draws) {
    double mean = users.meanUsers();
    if (users.count() instanceof Count.Poisson) {
      return PoissonSampler.of(draws, mean)::sample;
    } else if (users.count() instanceof Count.Normal normal) {
      return new Normal(mean, normal.sd()).sampler(draws)::next;
    } else if (users.count() instanceof Count.RectifiedNormal rectified) {
      return new RectifiedNormal(mean, rectified.sd()).sampler(draws)::next;
    }
    return () -> mean;
  }

  /** All arrivals until the horizon. */
  List<Long> times() {
    boolean regular =
        (simulator.scenario.workload() instanceof Workload.OpenRate open
                && open.spacing() == Spacing.CONSTANT)
            || (simulator.scenario.workload() instanceof StagedRate staged
                && staged.spacing() == Spacing.CONSTANT);
    if (simulator.scenario.workload() instanceof StagedRate) {
      return stagedTimes(regular);
    }
    Sampler exponential = new Exponential(1).sampler(simulator.stream("workload", "arrivals"));
    List<Long> times = new ArrayList<>();
    double time = 0;
    while (true) {
      time = regular ? whenExpected(0, times.size() + 1) : whenExpected(time, exponential.next());
      if (Math.round(time) > simulator.horizon) {
        return times;
      }
      times.add(Math.round(time));
    }
  }

  private List<Long> stagedTimes(boolean regular) {
    Sampler exponential = new Exponential(1).sampler(simulator.stream("workload", "arrivals"));
    List<Long> times = new ArrayList<>();
    double wanted = 0;
    while (true) {
      wanted += regular ? 1 : exponential.next();
      double expected = 0;
      Piece found = null;
      for (Piece piece : pieces) {
        if (wanted - expected < piece.until(piece.to)) {
          found = piece;
          break;
        }
        expected += piece.until(piece.to);
      }
      long time = found == null ? Long.MAX_VALUE : Math.round(found.whenUntil(wanted - expected));
      if (time > simulator.horizon) {
        return times;
      }
      times.add(time);
    }
  }

  /** When so many requests were to be expected since {@code start}. */
  private double whenExpected(double start, double requests) {
    double expected = 0;
    for (Piece piece : pieces) {
      double from = Math.max(start, piece.from);
      double time = from + (requests - expected) / piece.rate;
      if (from < piece.to && time < piece.to) {
        return time;
      }
      expected += Math.max(0, piece.to - from) * piece.rate;
    }
    return Double.POSITIVE_INFINITY;
  }
}
