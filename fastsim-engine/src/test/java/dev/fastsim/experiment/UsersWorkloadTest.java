package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/**
 * Twenty users of one request a second, drawn anew every 10 s, for 100 windows. Requests given the
 * users are Poisson, so their number has the mean 20 000 and the variance {@code mean + 100 (10
 * s)^2 Var(users)} (law of total variance).
 *
 * <p>256 replications; each of the two bands holds with probability 99.9%, so that a correct
 * simulator fails a test once in 500 seeds.
 */
class UsersWorkloadTest {

  private static final int REPLICATIONS = 256;
  private static final double MEAN = 20_000;

  @Test
  void constantUsersMakePoissonArrivals() {
    assertOffered(new Count.Constant(), 0);
  }

  @Test
  void poissonUsersAreDrawnAnewEveryWindow() {
    assertOffered(new Count.Poisson(), 20);
  }

  @Test
  void normalUsersAreDrawnAnewEveryWindow() {
    assertOffered(new Count.Normal(3), 9);
  }

  /** {@code E[max(0, X)^2] = (20^2 + sd^2) Phi(a) + 20 sd phi(a)} with {@code a = 20 / sd = 1}. */
  @Test
  void negativeNumbersOfUsersBecomeNone() {
    NormalDistribution standard = new NormalDistribution();
    double above = standard.cumulativeProbability(1);
    double mean = 20 * above + 20 * standard.density(1);
    double square = 800 * above + 400 * standard.density(1);
    assertOffered(new Count.RectifiedNormal(20), 1000 * mean, square - mean * mean);
    assertThat(users(new Count.RectifiedNormal(20)).meanRate()).isCloseTo(mean, within(1e-9));
  }

  private static void assertOffered(Count count, double varianceOfUsers) {
    assertOffered(count, MEAN, varianceOfUsers);
  }

  private static Workload.Users users(Count count) {
    return new Workload.Users(20, 60, Duration.ofSeconds(10), count);
  }

  private static void assertOffered(Count count, double mean, double varianceOfUsers) {
    RunPlan runs =
        new RunPlan(Duration.ofSeconds(1000), Duration.ZERO, 20261101, REPLICATIONS, REPLICATIONS);
    Scenario scenario =
        Scenario.builder("users").workload(users(count)).endpoint("nothing").runs(runs).build();
    double[] offered =
        Experiment.run(scenario).runs().stream()
            .map(RunResult::outcomes)
            .mapToDouble(outcomes -> outcomes.offered())
            .toArray();
    double variance = mean + 100 * 100 * varianceOfUsers;
    double reach = 3.2905 * Math.sqrt(variance / REPLICATIONS);
    assertThat(StatUtils.mean(offered)).isBetween(mean - reach, mean + reach);
    ChiSquaredDistribution chi = new ChiSquaredDistribution(REPLICATIONS - 1);
    assertThat(StatUtils.variance(offered) / variance * (REPLICATIONS - 1))
        .isBetween(
            chi.inverseCumulativeProbability(0.0005), chi.inverseCumulativeProbability(0.9995));
  }
}
