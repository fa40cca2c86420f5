package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.TimeRecorder;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

  private final TimeRecorder recorder = new TimeRecorder();

  private void record(int times, double millis) {
    for (int i = 0; i < times; i++) {
      recorder.record((long) (millis * 1e6));
    }
  }

  private String drawn() {
    return LatencyHistogram.draw(recorder.read());
  }

  @Test
  void latenciesThatLieCloseTogetherGetEqualSteps() {
    record(1000, 10.5);
    record(500, 11.2);
    record(250, 12.9);
    record(240, 13.1);
    record(9, 13.7);
    record(1, 250);

    assertThat(drawn())
        .isEqualTo(
"""
latency of 2 000 completed requests, 10.5 ms .. 250 ms
  10.4 ms .. 10.6 ms  50.00%  ########################################  p50
  10.6 ms .. 10.8 ms      0%
  10.8 ms ..   11 ms      0%
    11 ms .. 11.2 ms      0%
  11.2 ms .. 11.4 ms  25.00%  ####################
  11.4 ms .. 11.6 ms      0%
  11.6 ms .. 11.8 ms      0%
  11.8 ms ..   12 ms      0%
    12 ms .. 12.2 ms      0%
  12.2 ms .. 12.4 ms      0%
  12.4 ms .. 12.6 ms      0%
  12.6 ms .. 12.8 ms      0%
  12.8 ms ..   13 ms  12.50%  ##########
    13 ms .. 13.2 ms  12.00%  #########:  p95  p99
  13.2 ms .. 13.4 ms      0%
  13.4 ms .. 13.6 ms      0%
  13.6 ms .. 13.8 ms   0.45%  .
  13.8 ms ..  250 ms   0.05%  .
""");
  }

  @Test
  void latenciesFarApartGetBucketsThatGrow() {
    record(2, 0.3);
    record(500, 2);
    record(300, 5);
    record(150, 11);
    record(90, 24);
    record(20, 90);

    assertThat(drawn())
        .isEqualTo(
"""
latency of 1 062 completed requests, 300 us .. 90 ms
   300 us ..    2 ms   0.19%  .
     2 ms ..  2.5 ms  47.08%  #############################################
   2.5 ms .. 3.15 ms      0%
  3.15 ms ..    4 ms      0%
     4 ms ..    5 ms  28.25%  ###########################  p50
     5 ms ..  6.3 ms      0%
   6.3 ms ..    8 ms      0%
     8 ms ..   10 ms      0%
    10 ms .. 12.5 ms  14.12%  #############:
  12.5 ms ..   16 ms      0%
    16 ms ..   20 ms      0%
    20 ms ..   25 ms   8.47%  ########.  p95
    25 ms .. 31.5 ms      0%
  31.5 ms ..   40 ms      0%
    40 ms ..   50 ms      0%
    50 ms ..   63 ms      0%
    63 ms ..   80 ms      0%
    80 ms ..  100 ms   1.88%  #:  p99
""");
  }

  @Test
  void aConstantIsOneBucket() {
    record(3, 20);

    assertThat(drawn())
        .isEqualTo(
"""
latency of 3 completed requests, 20 ms .. 20 ms
  20 ms .. 20 ms 100.00%  #######################################  p50  p95  p99
""");
  }

  @Test
  void noRequestIsSaidInWords() {
    assertThat(drawn()).isEqualTo("latency: no request completed\n");
  }

  @Test
  void linesFitIntoEightyColumns() {
    for (double millis = 0.000_001; millis < 1e9; millis *= 1.7) {
      record(7, millis);
      assertThat(drawn().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
