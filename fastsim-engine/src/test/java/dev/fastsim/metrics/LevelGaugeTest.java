package dev.fastsim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelGaugeTest {

  /** 0 for 10 ns, 2 for 30 ns, 1 for 60 ns: (60 + 60) / 100. */
  @Test
  void meanIsWeightedByTime() {
    LevelGauge gauge = new LevelGauge();
    gauge.add(10, 2);
    gauge.add(40, -1);
    assertThat(gauge.read(100)).isEqualTo(new Level(1.2, 2));
    assertThat(gauge.value()).isEqualTo(1);
  }

  @Test
  void readingChangesNothing() {
    LevelGauge gauge = new LevelGauge();
    gauge.add(0, 4);
    gauge.read(50);
    assertThat(gauge.read(100)).isEqualTo(new Level(4, 4));
  }

  @Test
  void restartForgetsThePastButKeepsTheValue() {
    LevelGauge gauge = new LevelGauge();
    gauge.add(0, 9);
    gauge.add(10, -6);
    gauge.restart(50);
    assertThat(gauge.read(50)).isEqualTo(new Level(0, 3));
    gauge.add(60, 1);
    assertThat(gauge.read(70)).isEqualTo(new Level(3.5, 4));
  }

  @Test
  void levelThatLastsNoTimeIsNoMaximum() {
    LevelGauge gauge = new LevelGauge();
    gauge.add(5, 3);
    gauge.add(5, -3);
    assertThat(gauge.read(10)).isEqualTo(new Level(0, 0));
  }
}
