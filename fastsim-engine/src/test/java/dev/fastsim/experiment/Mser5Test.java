package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.random.Exponential;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Mser5Test {

  private static double[] series(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }

  @Test
  void stepAtTheStartIsLeftOut() {
    assertThat(Mser5.truncation(series(200, i -> i < 40 ? 1 : 5 + i % 5))).hasValue(40);
  }

  @Test
  void batchThatHoldsTheStepIsLeftOutAsAWhole() {
    assertThat(Mser5.truncation(series(200, i -> i < 42 ? 1 : 5 + i % 5))).hasValue(45);
  }

  @Test
  void nothingIsLeftOutOfASeriesThatIsTheSameThroughout() {
    assertThat(Mser5.truncation(series(200, i -> 3))).hasValue(0);
    assertThat(Mser5.truncation(series(200, i -> i % 5))).hasValue(0);
  }

  @Test
  void valuesThatDoNotFillABatchAreNotLookedAt() {
    assertThat(Mser5.truncation(series(204, i -> i < 200 ? 3 : 1e6))).hasValue(0);
  }

  @Test
  void seriesThatKeepsGrowingHasNoTruncation() {
    assertThat(Mser5.truncation(series(1000, i -> i))).isEmpty();
  }

  @Test
  void stepAtTheMiddleOrBeyondHasNoTruncation() {
    assertThat(Mser5.truncation(series(200, i -> i < 90 ? 1 : 5))).hasValue(90);
    assertThat(Mser5.truncation(series(200, i -> i < 100 ? 1 : 5))).isEmpty();
  }

  /** The definition, computed as it stands, against the sums that are kept while going back. */
  @Test
  void choiceIsThatOfTheDefinition() {
    Sampler noise = new Exponential(1).sampler(new Streams(1).stream(0, "test", "mser"));
    for (int round = 0; round < 200; round++) {
      double decay = 5 + round;
      double[] series = series(500, i -> noise.next() + 3 * Math.exp(-i / decay));
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int d = 0; d <= 50; d++) {
        double error = mser(series, d);
        if (error < least) {
          least = error;
          best = d;
        }
      }
      if (best <= 45) {
        assertThat(Mser5.truncation(series)).hasValue(5 * best);
      } else {
        assertThat(Mser5.truncation(series)).isEmpty();
      }
    }
  }

  private static double mser(double[] series, int leftOut) {
    double[] rest =
        IntStream.range(leftOut, series.length / 5)
            .mapToDouble(
                batch -> Arrays.stream(series, 5 * batch, 5 * batch + 5).average().orElseThrow())
            .toArray();
    double mean = Arrays.stream(rest).average().orElseThrow();
    double squares = Arrays.stream(rest).map(value -> (value - mean) * (value - mean)).sum();
    return squares / rest.length / rest.length;
  }

  @Test
  void seriesMustHaveTenBatches() {
    assertThatThrownBy(() -> Mser5.truncation(new double[49]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("MSER-5 needs a series of at least 50 values, not 49");
  }
}
