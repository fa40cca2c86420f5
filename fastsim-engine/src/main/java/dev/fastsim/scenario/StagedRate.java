package dev.fastsim.scenario;

import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;

/**
 * A rate that rises and falls in straight lines: from the start rate each stage leads to its
 * target, and after the last one the rate stays, or all begins again at the start rate.
 *
 * <p>With {@link Spacing#POISSON} arrivals are a Poisson process of that rate, made of one of rate
 * 1 by the inverse of the integrated rate (Cinlar 1975, ch. 4); with {@link Spacing#CONSTANT} the
 * i-th comes when i were to be expected.
 *
 * @param startRate requests per second at the start, not negative and finite
 * @param stages one after the other, at least one; some rate must be above 0
 * @param repeated whether they begin again; they must take 1 ms at least, then
 * @param spacing how arrivals are spaced
 */
public record StagedRate(double startRate, List<Stage> stages, boolean repeated, Spacing spacing)
    implements Workload {

  private static final Duration SHORTEST_CYCLE = Duration.ofMillis(1);

  public StagedRate {
    requireRate("startRate", startRate);
    stages = List.copyOf(stages);
    Check.that(!stages.isEmpty(), "there must be at least one stage");
    Duration total = stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
    Check.longerThanNothing("the duration of all stages together", total);
    Check.that(
        !repeated || total.compareTo(SHORTEST_CYCLE) >= 0,
        "stages that repeat must take at least 1 ms together, but take %s",
        total);
    Check.that(
        meanRate(startRate, stages) > 0 || stages.get(stages.size() - 1).target() > 0,
        "some rate must be above 0, or nothing ever arrives");
  }

  /**
   * A straight line to a rate.
   *
   * @param duration how long it takes, not negative; zero for a jump
   * @param target requests per second at its end, not negative and finite
   */
  public record Stage(Duration duration, double target) {
    public Stage {
      Check.that(
          !duration.isNegative(), "the duration of a stage must not be negative: %s", duration);
      requireRate("the target of a stage", target);
    }

    private Stage times(double factor) {
      return new Stage(duration, target * factor);
    }
  }

  private static void requireRate(String what, double rate) {
    Check.that(
        rate >= 0 && Double.isFinite(rate),
        "%s must be finite and not negative, but is %s/s",
        what,
        rate);
  }

  /** The mean over the stages; the last target if they take requests only after their end. */
  @Override
  public double meanRate() {
    double mean = meanRate(startRate, stages);
    return mean > 0 ? mean : stages.get(stages.size() - 1).target();
  }

  private static double meanRate(double startRate, List<Stage> stages) {
    double before = startRate;
    double area = 0;
    double seconds = 0;
    for (Stage stage : stages) {
      double its = stage.duration().toNanos() / 1e9;
      area += its * (before + stage.target()) / 2;
      seconds += its;
      before = stage.target();
    }
    return area / seconds;
  }

  @Override
  public boolean hasTimeline() {
    return true;
  }

  @Override
  public StagedRate times(double factor) {
    Workload.requireFactor(factor);
    return new StagedRate(
        startRate * factor,
        stages.stream().map(stage -> stage.times(factor)).toList(),
        repeated,
        spacing);
  }
}
