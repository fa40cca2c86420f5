package dev.fastsim.simulation;

import dev.fastsim.random.Exponential;
import dev.fastsim.random.Normal;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.Fault;
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

  /** A time in which the rate, in requests per nanosecond, does not change. */
  private record Piece(long from, long to, double rate) {}

  private final ReferenceSimulator simulator;
  private final List<Piece> pieces = new ArrayList<>();

  ReferenceArrivals(ReferenceSimulator simulator) {
    this.simulator = simulator;
    ReferenceFaults<Fault.Surge> surges =
        ReferenceFaults.of(simulator.scenario.faults(), Fault.Surge.class, surge -> true);
    Workload workload = simulator.scenario.workload();
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
        simulator.scenario.workload() instanceof Workload.OpenRate open
            && open.spacing() == Spacing.CONSTANT;
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
