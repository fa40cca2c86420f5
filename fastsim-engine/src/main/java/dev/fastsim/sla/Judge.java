package dev.fastsim.sla;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.Readings;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.units.Counts;
import java.util.List;
import java.util.Optional;

/** Decides whether a result keeps an objective. */
public final class Judge {

  /** Samples that must lie beyond a percentile for its estimate to be worth anything. */
  private static final int TAIL_SAMPLES_LEAST = 10;

  /** Absorbs rounding in the last bits of a double, such as in the mean of equal values. */
  private static final double ROUNDING = 1e-9;

  private static final double CONFIDENCE = 0.95;

  private final SimulationResult result;
  private final double confidence;

  /**
   * Makes a judge of one result.
   *
   * @param confidence of the interval that must clear a limit
   */
  Judge(SimulationResult result, double confidence) {
    this.result = result;
    this.confidence = confidence;
  }

  /** Judges each objective by its 95% interval. */
  public static List<Verdict> judge(SimulationResult result, List<Objective> objectives) {
    return objectives.stream().map(objective -> judge(result, objective)).toList();
  }

  /** Judges one objective by its 95% interval. */
  public static Verdict judge(SimulationResult result, Objective objective) {
    return new Judge(result, CONFIDENCE).judge(objective);
  }

  Verdict judge(Objective objective) {
    Metric metric = objective.metric();
    if (metric instanceof Metric.Latency latency) {
      return judgeTimes(
          objective,
          latency.statistic(),
          latency
              .endpoint()
              .map(name -> result.endpoint(name).latency())
              .orElseGet(result::latency),
          "completed");
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return judgeTimes(
          objective,
          lag.statistic(),
          result.server(lag.service()).readyQueueLag(),
          "needed a core");
    } else if (metric instanceof Metric.ErrorRate rate) {
      return judgeErrorRate(objective, rate.endpoint());
    } else if (metric instanceof Metric.Throughput throughput) {
      Estimate measured =
          throughput
              .endpoint()
              .map(name -> result.endpoint(name).throughput())
              .orElseGet(result::throughput);
      return byInterval(objective, measured, 0);
    } else if (metric instanceof Metric.CpuUtilization cpu) {
      return byInterval(objective, result.server(cpu.service()).cpuUtilization(), 0);
    } else if (metric instanceof Metric.RamUtilization ram) {
      return byInterval(objective, result.server(ram.service()).ramUtilization(), 0);
    } else if (metric instanceof Metric.PoolUtilization pool) {
      return byInterval(
          objective, result.server(pool.service()).pool(pool.pool()).utilization(), 0);
    } else if (metric.isCost()) {
      return byInterval(objective, new Readings(result).estimate(metric), 0);
    }
    throw new AssertionError(metric);
  }

  private Verdict judgeTimes(
      Objective objective, Statistic statistic, TimeEstimates times, String what) {
    TimeDistribution pooled = times.pooled();
    if (pooled.count() == 0) {
      return new Verdict(
          objective, Decision.FAIL, times.mean(), "no request " + what + ", so nothing is shown");
    }
    if (statistic instanceof Statistic.Mean) {
      return ifStationary(byInterval(objective, times.mean(), 0));
    } else if (statistic instanceof Statistic.Max) {
      Estimate largest = exactly(pooled.max(), times.max().replications());
      return byInterval(objective, largest, 0);
    }
    double percent = ((Statistic.Percentile) statistic).percent();
    Verdict verdict =
        byInterval(objective, times.percentile(percent), pooled.resolution(objective.limit()));
    long needed = (long) Math.ceil(TAIL_SAMPLES_LEAST * 100 / (100 - percent) * (1 - ROUNDING));
    if (verdict.decision() == Decision.PASS && pooled.count() < needed) {
      return new Verdict(
          objective,
          Decision.INCONCLUSIVE,
          verdict.measured(),
          "%s requests are too few for %s: at least %s are needed"
              .formatted(Counts.format(pooled.count()), statistic.text(), Counts.format(needed)));
    }
    return ifStationary(verdict);
  }

  /** Latencies that grow with the duration keep no limit, however short they are so far. */
  private Verdict ifStationary(Verdict verdict) {
    return verdict.decision() != Decision.PASS || result.isStationary()
        ? verdict
        : new Verdict(
            verdict.objective(),
            Decision.INCONCLUSIVE,
            verdict.measured(),
            "requests pile up, so that the longer is simulated the longer they take");
  }

  private Verdict judgeErrorRate(Objective objective, Optional<String> endpoint) {
    Optional<EndpointResult> one = endpoint.map(result::endpoint);
    Estimate measured = one.map(EndpointResult::errorRate).orElseGet(result::errorRate);
    Outcomes outcomes = one.map(EndpointResult::outcomes).orElseGet(result::outcomes);
    if (measured.isUnknown()) {
      return new Verdict(
          objective, Decision.FAIL, measured, "no request ended, so nothing is shown");
    }
    if (outcomes.failed() == 0 && objective.limit() > 0) {
      // No failure in n requests: the exact bound on the rate (Clopper and Pearson 1934), of 97.5%
      // on one side for an interval of 95%.
      double bound = bound(CONFIDENCE, outcomes);
      Verdict verdict =
          byInterval(objective, measured.withHigh(bound(confidence, outcomes)), 0, CONFIDENCE);
      return new Verdict(objective, verdict.decision(), measured.withHigh(bound), verdict.reason());
    }
    return byInterval(objective, measured, 0);
  }

  private static double bound(double confidence, Outcomes outcomes) {
    return 1 - StrictMath.pow((1 - confidence) / 2, 1.0 / outcomes.completed());
  }

  private static Estimate exactly(double value, int replications) {
    return new Estimate(value, value, value, replications);
  }

  private Verdict byInterval(Objective objective, Estimate measured, double resolution) {
    return byInterval(objective, measured, resolution, confidence);
  }

  /**
   * Compares an interval with the limit.
   *
   * @param resolution by how much the measured value may be off for technical reasons; a limit this
   *     close counts as kept
   * @param confidence of the interval
   */
  private static Verdict byInterval(
      Objective objective, Estimate measured, double resolution, double confidence) {
    double slack = resolution + ROUNDING * objective.limit();
    boolean floor = objective.isFloor();
    double limit = floor ? objective.limit() - slack : objective.limit() + slack;
    Estimate interval = measured.at(confidence);
    Decision decision;
    if (measured.isUnknown()) {
      return new Verdict(objective, Decision.FAIL, measured, "nothing was measured");
    } else if (floor ? interval.low() >= limit : interval.high() <= limit) {
      decision = Decision.PASS;
    } else if (floor ? interval.high() < limit : interval.low() > limit) {
      decision = Decision.FAIL;
    } else {
      decision = Decision.INCONCLUSIVE;
    }
    return new Verdict(objective, decision, measured, "");
  }
}
