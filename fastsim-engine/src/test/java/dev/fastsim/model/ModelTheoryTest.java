package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.theory.Theory;
import org.junit.jupiter.api.Test;

/** Bodies in Java are known queues, too, if they always do the same. */
class ModelTheoryTest {

  @ArrivalRate("80/s")
  static class AlwaysTheSame {
    @CpuStep("exponential(5 ms)")
    void compute() {}

    @Endpoint
    void go() {
      for (int i = 0; i < 2; i++) {
        compute();
      }
    }
  }

  @ArrivalRate("80/s")
  static class LeftToChance {
    @CpuStep("exponential(5 ms)")
    void compute() {}

    @Endpoint
    void go() {
      if (Flow.chance(1e-9)) {
        compute();
      }
      compute();
    }
  }

  @ArrivalRate("80/s")
  static class LongerEachTime {
    private int calls;

    @CpuStep("exponential(1 us)")
    void compute() {}

    @Endpoint
    void go() {
      calls++;
      for (int i = 0; i < calls; i++) {
        compute();
      }
    }
  }

  private static Theory theory(Class<?> model) {
    return Theory.of(ServiceModel.read(model).scenario());
  }

  @Test
  void bodyThatAlwaysTakesTheSameStepsIsRecognized() {
    assertThat(theory(AlwaysTheSame.class))
        .isInstanceOfSatisfying(
            Theory.Known.class, known -> assertThat(known.name()).isEqualTo("M/G/1"));
  }

  @Test
  void bodyThatDependsOnChanceOrOnWhatWentBeforeIsNot() {
    assertThat(theory(LeftToChance.class))
        .isEqualTo(new Theory.Unknown("requests to go do not all take the same steps"));
    assertThat(theory(LongerEachTime.class))
        .isEqualTo(new Theory.Unknown("requests to go do not all take the same steps"));
  }
}
