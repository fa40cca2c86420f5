package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.StagedRate;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals at a rate that is piecewise linear. Between two changes, of the stage or of the surges,
 * with the rate r at the beginning and the slope s, an amount A of requests is to be expected after
 *
 * <pre>x = 2 A / (r + sqrt(r^2 + 2 s A)),</pre>
 *
 * <p>the solution of {@code r x + s x^2 / 2 = A} that does not cancel.
 */
final class StagedTimes extends ArrivalTimes {

  private static final double NANOS = 1e9;

  private final StagedRate workload;
  private final PiecewiseConstant surges;
  private final long horizon;

  /** Requests expected from one arrival to the next; null for always one. */
  private final @Nullable Sampler gaps;

  /** The stage that comes next, and the rate it starts with. */
  private int nextStage;

  private double nextRate;

  /** The current stage: from when to when, the rate at its start, and the slope. */
  private double stageStart;

  private double stageEnd;
  private double stageRate;
  private double stageSlope;

  /** The current piece: from when to when, the rate at its start, the slope, its expectation. */
  private double start;

  private double end;
  private double rate;
  private double slope;
  private double amount;

  /** Requests expected before the piece. */
  private double before;

  /** Requests to be expected until the latest arrival. */
  private double due;

  StagedTimes(StagedRate workload, PiecewiseConstant surges, @Nullable Sampler gaps, long horizon) {
    this.workload = workload;
    this.surges = surges;
    this.gaps = gaps;
    this.horizon = horizon;
    this.nextRate = workload.startRate() / NANOS;
  }

  @Override
  long next() {
    due += gaps == null ? 1 : gaps.next();
    while (due - before >= amount) {
      if (end > horizon) {
        return Agenda.NEVER;
      }
      before += amount;
      nextPiece();
    }
    double wanted = due - before;
    double arrival = wanted > 0 ? start + 2 * wanted / (rate + root(wanted)) : start;
    long time = Math.round(Math.min(arrival, end));
    return time > horizon ? Agenda.NEVER : time;
  }

  /** Rounding may make it a little less than nothing where the rate falls to 0. */
  private double root(double wanted) {
    return Math.sqrt(Math.max(0, rate * rate + 2 * slope * wanted));
  }

  private void nextPiece() {
    start = end;
    while (start >= stageEnd) {
      nextStage();
    }
    end = Math.min(stageEnd, surges.nextChange(start));
    double factor = surges.at((long) start);
    rate = factor * (stageRate + stageSlope * (start - stageStart));
    slope = factor * stageSlope;
    if (end < Double.POSITIVE_INFINITY) {
      amount = (end - start) * (rate + slope * (end - start) / 2);
    } else {
      amount = rate > 0 ? Double.POSITIVE_INFINITY : 0;
    }
  }

  private void nextStage() {
    stageStart = stageEnd;
    stageRate = nextRate;
    if (nextStage == workload.stages().size()) {
      if (!workload.repeated()) {
        stageEnd = Double.POSITIVE_INFINITY;
        stageSlope = 0;
        return;
      }
      nextStage = 0;
      stageRate = workload.startRate() / NANOS;
    }
    StagedRate.Stage stage = workload.stages().get(nextStage++);
    double length = stage.duration().toNanos();
    nextRate = stage.target() / NANOS;
    stageEnd = stageStart + length;
    stageSlope = length > 0 ? (nextRate - stageRate) / length : 0;
  }
}
