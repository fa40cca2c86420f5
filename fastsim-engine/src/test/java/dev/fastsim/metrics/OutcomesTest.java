package dev.fastsim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Outcomes SOME = new Outcomes(20, 9, 1, 2, 3, 5);

  @Test
  void requestsInFlightAreNoErrors() {
    assertThat(SOME.failed()).isEqualTo(6);
    assertThat(SOME.errorRate()).isEqualTo(6 / 15.0);
  }

  @Test
  void errorRateIsUnknownWhileNoneHasEnded() {
    assertThat(Outcomes.NONE.errorRate()).isNaN();
    assertThat(new Outcomes(1, 0, 0, 0, 0, 1).errorRate()).isNaN();
  }

  @Test
  void everyRequestIsCountedOnce() {
    assertThat(SOME.addUp()).isTrue();
    assertThat(new Outcomes(21, 9, 1, 2, 3, 5).addUp()).isFalse();
  }

  @Test
  void sumsAreTakenOneByOne() {
    assertThat(SOME.plus(SOME)).isEqualTo(new Outcomes(40, 18, 2, 4, 6, 10));
    assertThat(SOME.plus(Outcomes.NONE)).isEqualTo(SOME);
  }
}
