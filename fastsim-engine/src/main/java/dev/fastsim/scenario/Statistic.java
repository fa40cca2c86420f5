package dev.fastsim.scenario;

/** One number drawn from a distribution of times. */
public sealed interface Statistic {

  /** The word used in results: {@code mean}, {@code p99.9}, {@code max}. */
  String text();

  /** The arithmetic mean. */
  record Mean() implements Statistic {
    @Override
    public String text() {
      return "mean";
    }
  }

  /**
   * A percentile.
   *
   * @param percent above 0 and below 100
   */
  record Percentile(double percent) implements Statistic {
    public Percentile {
      if (!(percent > 0 && percent < 100)) {
        throw new IllegalArgumentException(
            "a percentile must be above 0 and below 100, but is " + percent);
      }
    }

    @Override
    public String text() {
      return percent == Math.rint(percent) ? "p" + (int) percent : "p" + percent;
    }
  }

  /** The largest value. */
  record Max() implements Statistic {
    @Override
    public String text() {
      return "max";
    }
  }
}
