package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "3, 3",
    "1000, 1000",
    "2e-3, 0.002",
    "1e23, 1E+23",
    "-0.5, -0.5",
    "2e-44, 2E-44"
  })
  void exactTextIsTheShortest(double number, String text) {
    assertThat(Decimals.exact(number)).isEqualTo(text);
  }

  @Test
  void exactTextReadsBackAsTheSameDouble() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Double.parseDouble(Decimals.exact(number))).isEqualTo(number == 0 ? 0 : number);
      }
    }
  }
}
