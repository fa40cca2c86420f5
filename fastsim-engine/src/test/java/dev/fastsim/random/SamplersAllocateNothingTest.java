package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersAllocateNothingTest {

  private static final int DRAWS = 100_000;

  /** Less than a byte a draw: what the compiler and the class loader do meanwhile is not ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "exponential(3)",
        "normal(5, 1)",
        "rectifiednormal(1, 2)",
        "poisson(3, 0.5)",
        "poisson(100.5)",
        "lognormal(mu=0, sigma=1)",
        "uniform(1, 3)",
        "gamma(0.3, 2)",
        "gamma(2.5, 2)",
        "erlang(3, 2)",
        "erlang(30, 2)",
        "weibull(2, 0.7)",
        "pareto(1, 2.5)",
        "hyperexponential(2, 3)",
        "zipf(1000, 1.1)",
        "empirical(classpath:random/three.csv, scale=1e3)"
      })
  void drawingAllocatesNothing(String text) {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Sampler sampler =
        Distribution.ofNumbers(text).sampler(new Streams(1).stream(0, "drawing", "allocation"));
    sampler.nextNanos();
    long before = threads.getCurrentThreadAllocatedBytes();
    long sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += sampler.nextNanos();
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(DRAWS);
    assertThat(sum).isPositive();
  }
}
