/**
 * AssertJ assertions about simulation results. They need {@code org.assertj:assertj-core}, which is
 * an optional dependency; nothing else in FastSim does.
 *
 * <pre>{@code
 * import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;
 *
 * assertThat(result).cpuUtilization().isLessThan(0.7);
 * assertThat(result)
 *     .endpoint("POST /checkout")
 *     .p95().isLessThan(Duration.ofMillis(120))
 *     .p99().isLessThan(Duration.ofMillis(250))
 *     .errorRate().isLessThan(0.001)
 *     .throughput().isGreaterThan(95);
 * }</pre>
 *
 * <p>A metric is chosen ({@code p95()}), then compared ({@code isLessThan}); the comparison gives
 * back what the metric was chosen from, so that the next one can be chosen.
 *
 * <p>Comparisons are verdicts, as those of SLAs: they hold if the metric's whole 95% confidence
 * interval lies on the right side of the limit. If the limit lies inside the interval, the
 * simulation cannot tell, and the assertion fails and says so. Failure messages are the
 * explanations that the test engine gives.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.junit.assertj;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
