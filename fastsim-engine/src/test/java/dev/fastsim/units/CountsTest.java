package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, 1 000", "480000, 480 000", "-1234567, -1 234 567"})
  void digitsStandInGroupsOfThree(long count, String text) {
    assertThat(Counts.format(count)).isEqualTo(text);
  }
}
