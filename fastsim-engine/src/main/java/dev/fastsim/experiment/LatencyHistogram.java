package dev.fastsim.experiment;

import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Draws a distribution of latencies in characters, at most 80 columns wide.
 *
 * <p>The buckets between the 1st and the 99.9th percentile have round edges; what lies beyond on
 * either side is one bucket each, so that a single odd request does not squeeze the picture. A bar
 * ends in a colon for half a column or more and in a point for less, so that every request shows.
 */
final class LatencyHistogram {

  private static final int COLUMNS = 80;
  private static final int MOST_BUCKETS = 20;
  private static final double LOW_PERCENT = 1;
  private static final double HIGH_PERCENT = 99.9;
  private static final List<Integer> MARKED = List.of(50, 95, 99);

  private final TimeDistribution latency;
  private final long min;
  private final long max;
  private final List<Long> edges;
  private final long[] counts;

  private LatencyHistogram(TimeDistribution latency) {
    this.latency = latency;
    this.min = nanos(latency.min());
    this.max = nanos(latency.max());
    this.edges = edges();
    this.counts = new long[edges.size() - 1];
    Histogram histogram = latency.toHistogram();
    for (HistogramIterationValue each : histogram.recordedValues()) {
      long middle = histogram.medianEquivalentValue(each.getValueIteratedTo());
      counts[bucketOf(middle)] += each.getCountAtValueIteratedTo();
    }
  }

  /** Draws the latencies, a line for each bucket; lines end in a line feed. */
  static String draw(TimeDistribution latency) {
    return latency.count() == 0
        ? "latency: no request completed\n"
        : new LatencyHistogram(latency).draw();
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private List<Long> edges() {
    if (min == max) {
      return List.of(min, max);
    }
    List<Long> all =
        new ArrayList<>(
            RoundEdges.around(
                nanos(latency.percentile(LOW_PERCENT)),
                nanos(latency.percentile(HIGH_PERCENT)),
                MOST_BUCKETS));
    if (min < all.get(0)) {
      all.add(0, min);
    }
    if (max > all.get(all.size() - 1)) {
      all.add(max);
    }
    return List.copyOf(all);
  }

  /**
   * The bucket of a value; what a bucket of the recorder rounds beyond min or max is held there.
   */
  private int bucketOf(long value) {
    int bucket = 0;
    while (bucket < counts.length - 1 && edges.get(bucket + 1) <= value) {
      bucket++;
    }
    return bucket;
  }

  private String draw() {
    List<String> labels = labels();
    List<String> marks = marks();
    int used = labels.get(0).length() + longest(marks);
    long most = Arrays.stream(counts).max().orElseThrow();
    StringBuilder text = new StringBuilder(headline()).append('\n');
    for (int i = 0; i < counts.length; i++) {
      String bar = bar((double) counts[i] / most * (COLUMNS - used));
      text.append((labels.get(i) + bar + marks.get(i)).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String headline() {
    return "latency of %s completed request%s, %s .. %s"
        .formatted(
            Counts.format(latency.count()),
            latency.count() == 1 ? "" : "s",
            Durations.format(min),
            Durations.format(max));
  }

  /** What stands left of the bars, equally long in each line. */
  private List<String> labels() {
    List<String> ends = edges.stream().map(this::edgeText).toList();
    int from = longest(ends.subList(0, counts.length));
    int to = longest(ends.subList(1, ends.size()));
    return IntStream.range(0, counts.length)
        .mapToObj(
            i ->
                "  %s .. %s %s  "
                    .formatted(
                        padded(ends.get(i), from),
                        padded(ends.get(i + 1), to),
                        padded(percent(counts[i]), "100.00%".length())))
        .toList();
  }

  private String edgeText(long edge) {
    return edge == min || edge == max ? Durations.format(edge) : Durations.exact(edge / 1e9);
  }

  private String percent(long count) {
    if (count == 0) {
      return "0%";
    }
    BigDecimal percent = new BigDecimal(100.0 * count / latency.count());
    return percent.compareTo(new BigDecimal("0.005")) < 0
        ? "<0.01%"
        : percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private static String bar(double columns) {
    int whole = (int) columns;
    double rest = columns - whole;
    return "#".repeat(whole) + (rest == 0 ? "" : rest < 0.5 ? "." : ":");
  }

  /** The percentiles that lie in each bucket. */
  private List<String> marks() {
    return IntStream.range(0, counts.length)
        .mapToObj(
            bucket ->
                MARKED.stream()
                    .filter(percent -> bucketOf(nanos(latency.percentile(percent))) == bucket)
                    .map(percent -> "  p" + percent)
                    .collect(Collectors.joining()))
        .toList();
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElseThrow();
  }

  private static String padded(String text, int length) {
    return " ".repeat(length - text.length()) + text;
  }
}
