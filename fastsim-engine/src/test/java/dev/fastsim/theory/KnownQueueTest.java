package dev.fastsim.theory;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Figures that were computed elsewhere, from the sources that each queue names. */
class KnownQueueTest {

  private static void same(double found, double expected) {
    assertThat(found).isCloseTo(expected, Percentage.withPercentage(1e-7));
  }

  @Test
  void timeInAnMM1IsExponential() {
    KnownQueue.MMc queue = new KnownQueue.MMc(1, 8, 10);
    same(queue.meanTime(), 0.5);
    same(queue.percentile(50), 0.34657359027997264);
    same(queue.percentile(95), 1.4978661367769954);
    same(queue.percentile(99), 2.302585092994046);
  }

  @Test
  void timeInAnMMcFollowsFromErlangC() {
    same(Erlang.waitProbability(2, 1.5), 0.6428571428571428);
    KnownQueue.MMc two = new KnownQueue.MMc(2, 15, 10);
    same(two.meanTime(), 0.22857142857142856);
    same(two.percentile(50), 0.16880679229042111);
    same(two.percentile(95), 0.647658099896964);
    same(two.percentile(99), 0.9709503441786985);
    KnownQueue.MMc four = new KnownQueue.MMc(4, 45, 15);
    same(four.meanTime(), 0.10062893081761007);
    same(four.percentile(99), 0.40042054510411984);
  }

  /** Where c mu - lambda is mu, the usual formula divides by zero. */
  @Test
  void equalRatesAreTheLimitOfUnequalOnes() {
    double near = new KnownQueue.MMc(2, 10.0001, 10).percentile(95);
    assertThat(new KnownQueue.MMc(2, 10, 10).percentile(95))
        .isCloseTo(near, Percentage.withPercentage(0.01));
  }

  @Test
  void fullQueueTurnsAway() {
    KnownQueue.MMcK queue = new KnownQueue.MMcK(1, 10, 90, 100);
    same(queue.lossProbability(), 0.05081373132741239);
    same(queue.meanTime(), 0.04646600672123705);
  }

  @Test
  void serversWithoutALineLoseAsErlangBSays() {
    same(new KnownQueue.MGcc(10, 50, 0.1).lossProbability(), 0.01838457033664814);
    same(new KnownQueue.MMcK(10, 10, 50, 10).lossProbability(), 0.01838457033664814);
    same(Erlang.lossProbability(10, 4.461176857577692), 0.01);
    same(new KnownQueue.MGcc(10, 50, 0.1).meanTime(), 0.1);
  }

  @Test
  void timeInAnMG1GrowsWithTheVarianceOfTheService() {
    same(new KnownQueue.MG1(80, 0.01, 0).meanTime(), 0.030000000000000006);
    same(new KnownQueue.MG1(70, 0.01, 4e-4).meanTime(), 0.06833333333333336);
    same(new KnownQueue.MG1(80, 0.01, 0.5e-4).meanTime(), 0.04000000000000001);
    assertThat(new KnownQueue.MG1(80, 0.01, 0).name()).isEqualTo("M/D/1");
  }

  @Test
  void evenArrivalsWaitLess() {
    KnownQueue.DM1 queue = new KnownQueue.DM1(80, 100);
    same(queue.meanTime(), 0.026927308399198966);
    same(queue.percentile(95), 0.08066700681142179);
    same(queue.percentile(99), 0.12400483782889782);
  }
}
