package dev.fastsim.report;

import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Unit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Bins for a histogram of times: by equal factors where the times span more than a factor of four,
 * else of equal width. All times lie in a bin.
 */
final class LatencyBins {

  private static final int BINS = 80;
  private static final double CLOSE = 4;

  private final double[] edges;
  private final boolean byFactors;

  private LatencyBins(double[] edges, boolean byFactors) {
    this.edges = edges;
    this.byFactors = byFactors;
  }

  /** Bins from the shortest to the longest of some times, of which there is at least one. */
  static LatencyBins around(TimeDistribution times) {
    double low = times.min();
    double high = times.max();
    boolean byFactors = low > 0 && high / low > CLOSE;
    if (high - low <= 0.02 * high) { // as good as constant
      low *= 0.9;
      high = high == 0 ? 1e-6 : high * 1.1;
    }
    double[] edges = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      double part = (double) i / BINS;
      edges[i] = byFactors ? low * Math.pow(high / low, part) : low + part * (high - low);
    }
    return new LatencyBins(edges, byFactors);
  }

  /** The edges in seconds, ascending, one more than there are bins. */
  double[] edges() {
    return edges.clone();
  }

  /** An axis on which the bins are equally wide. */
  Axis axis(String title) {
    return byFactors ? Axis.log(title, Unit.SECONDS) : Axis.linear(title, Unit.SECONDS);
  }

  /**
   * The share of some times that lies in each bin, and a last 0 where the last bin ends. Times
   * beyond either end count in the outermost bins.
   */
  double[] shares(TimeDistribution times) {
    double[] shares = new double[edges.length];
    Histogram histogram = times.toHistogram();
    for (HistogramIterationValue each : histogram.recordedValues()) {
      double middle = histogram.medianEquivalentValue(each.getValueIteratedTo()) / 1e9;
      shares[bin(middle)] += (double) each.getCountAtValueIteratedTo() / times.count();
    }
    return shares;
  }

  private int bin(double seconds) {
    int bin = 0;
    while (bin < BINS - 1 && edges[bin + 1] <= seconds) {
      bin++;
    }
    return bin;
  }
}
