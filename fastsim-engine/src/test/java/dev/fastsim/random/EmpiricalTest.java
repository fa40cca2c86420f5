package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmpiricalTest {

  @TempDir Path directory;

  @Test
  void eachValueComesUpAsOftenAsItWasMeasured() {
    Empirical measured =
        Empirical.ofCounts("test", new double[] {3, 1, 2, 1, 9}, new long[] {5, 2, 1, 2, 0});
    int[] seen = new int[10];
    for (double value : SampleStatistics.draw(measured, "measured", 100_000).values()) {
      seen[(int) value]++;
    }
    assertThat(measured.mean()).isEqualTo(2.1);
    assertThat(measured.size()).isEqualTo(10);
    // Standard deviations are at most 158; beyond 700 in one run of 100 000.
    assertThat(seen[1]).isCloseTo(40_000, within(700));
    assertThat(seen[2]).isCloseTo(10_000, within(700));
    assertThat(seen[3]).isCloseTo(50_000, within(700));
    assertThat(seen[9]).isZero();
  }

  @Test
  void aLargerUniformNumberGivesALargerValue() {
    double[] values = new double[1000];
    long[] counts = new long[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
      counts[i] = 1 + (i * 7919L) % 97;
    }
    Sampler sampler = Empirical.ofCounts("test", values, counts).sampler(new Rising());
    double before = -1;
    for (int i = 0; i < Rising.STEPS; i++) {
      double value = sampler.next();
      assertThat(value).isGreaterThanOrEqualTo(before);
      before = value;
    }
    assertThat(before).isEqualTo(999);
  }

  @Test
  void aCsvFileHoldsSecondsOrDurationsWithUnits() throws IOException {
    Path file = write("latencies.csv", "# measured on Monday\n2 ms\n\n0.004\n 6ms \n");
    Distribution found = Distribution.ofDurations("empirical(" + file + ")");
    assertThat(found).isEqualTo(Empirical.of(file.toString(), 0.002, 0.004, 0.006));
    assertThat(found.mean()).isCloseTo(0.004, within(1e-15));
  }

  @Test
  void aLogOfHdrHistogramHoldsNanoseconds() throws IOException {
    Histogram first = new Histogram(3);
    first.recordValueWithCount(1_000, 3);
    Histogram second = new Histogram(3);
    second.recordValue(5_000_000);
    Path file = directory.resolve("latencies.hlog");
    try (PrintStream out = new PrintStream(file.toFile(), "UTF-8")) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLogFormatVersion();
      log.outputLegend();
      log.outputIntervalHistogram(0, 1, first);
      log.outputIntervalHistogram(1, 2, second);
    }
    Empirical found = (Empirical) Distribution.ofDurations("empirical(file=" + file + ")");
    assertThat(found.size()).isEqualTo(4);
    // three significant digits
    assertThat(found.mean()).isCloseTo((3 * 1e-6 + 5e-3) / 4, within(1e-3 * 1.25e-3));
  }

  @Test
  void aFileMayBeAResource() {
    Distribution found = Distribution.ofDurations("empirical(classpath:random/three.csv)");
    assertThat(found.mean()).isCloseTo(0.002, within(1e-15));
  }

  @Test
  void canonicalTextKeepsScaleAndQuotes() throws IOException {
    Path file = write("with, comma.csv", "1 ms\n2 ms\n");
    Distribution found = Distribution.ofDurations("empirical('" + file + "', scale=0.8)");
    assertThat(found.mean()).isCloseTo(0.0012, within(1e-15));
    assertThat(found.durationText()).isEqualTo("empirical(\"" + file + "\", scale=0.8)");
    assertThat(Distribution.ofDurations(found.durationText()))
        .isEqualTo(found)
        .hasSameHashCodeAs(found);
    assertThat(Distribution.ofNumbers(found.text())).isEqualTo(found);
    assertThat(found.scaledBy(2))
        .isNotEqualTo(found)
        .hasToString(found.scaledBy(2).text() + " of 2 values");
  }

  @Test
  void filesThatCannotBeUsedSayWhy() throws IOException {
    Path bad = write("bad.csv", "1 ms\n# fine\n12 msec\n");
    Path negative = write("negative.csv", "-1\n");
    Path empty = write("empty.csv", "# nothing\n");
    Path text = write("latencies.txt", "1 ms\n");
    assertFails(bad, bad + ":3: '12 msec' is not a duration: unknown unit 'msec'");
    assertFails(negative, negative + ":1: the value of empirical must be a finite number of 0 or");
    assertFails(empty, empty + ": holds no values");
    assertFails(text, "is not a file of measurements; expected a name ending in .csv or .hlog");
    assertFails(directory.resolve("none.csv"), "none.csv: no such file in ");
    assertFails(
        Path.of("classpath:none.csv"), "classpath:none.csv: no such file on the class path");
    assertFails(write("garbage.hlog", "what is this\n"), "garbage.hlog: ");
    assertFails(write("empty.hlog", ""), "empty.hlog: holds no values");
  }

  @Test
  void aLogOfDoublesIsRefusedBecauseItsUnitIsUnknown() throws IOException {
    DoubleHistogram doubles = new DoubleHistogram(3);
    doubles.recordValue(0.5);
    Path file = directory.resolve("doubles.hlog");
    try (PrintStream out = new PrintStream(file.toFile(), "UTF-8")) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputLegend();
      log.outputIntervalHistogram(0, 1, doubles);
    }
    assertFails(file, "expected histograms of whole nanoseconds, found DoubleHistogram");
  }

  @Test
  void valuesAndCountsAreChecked() {
    assertThatThrownBy(() -> Empirical.of("nothing"))
        .hasMessage("empirical has no values: nothing");
    assertThatThrownBy(() -> Empirical.ofCounts("x", new double[1], new long[2]))
        .hasMessage("empirical has 1 values but 2 counts");
    assertThatThrownBy(() -> Empirical.of("x", -1))
        .hasMessage("the value of empirical must be a finite number of 0 or more, was -1");
    assertThatThrownBy(() -> Empirical.ofCounts("x", new double[1], new long[] {1L << 53}))
        .hasMessage("the total count of empirical must be below 2^53, was 9007199254740992");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private static void assertFails(Path file, String reason) {
    assertThatThrownBy(() -> Distribution.ofDurations("empirical(\"" + file + "\")"))
        .isInstanceOf(DistributionFormatException.class)
        .hasMessageContaining("column 11: ")
        .hasMessageContaining(reason);
  }

  /** Uniform numbers that rise from 0 to almost 1. */
  private static final class Rising implements org.apache.commons.rng.UniformRandomProvider {
    static final int STEPS = 50_000;
    private long step;

    @Override
    public long nextLong() {
      throw new UnsupportedOperationException();
    }

    @Override
    public double nextDouble() {
      return (double) step++ / STEPS;
    }
  }
}
