package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueListsTest {

  @Test
  void valuesAreListedOrRange() {
    assertThat(ValueLists.parse("1, 2,4")).containsExactly(1.0, 2.0, 4.0);
    assertThat(ValueLists.parse("1..3")).containsExactly(1.0, 2.0, 3.0);
    assertThat(ValueLists.parse("0.1 .. 0.4 / 0.1, 2")).containsExactly(0.1, 0.2, 0.3, 0.4, 2.0);
    assertThat(ValueLists.parse("1 GiB,2 GiB", ByteSizes::parseBytes))
        .containsExactly((double) (1L << 30), (double) (1L << 31));
  }

  @ParameterizedTest
  @CsvSource({
    "'', \"'' is not a number; values are written 1,2,4 or 1..10 or 0.5..2/0.25\"",
    "'1,,2', \"'' is not a number\"",
    "3..1, 'a range goes up, in steps above 0, but is 3..1'",
    "1..2/0, 'a range goes up, in steps above 0, but is 1..2/0'",
    "1..100000, there are more than 10000 values"
  })
  void whatIsNoListIsRefused(String text, String message) {
    assertThatThrownBy(() -> ValueLists.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.replace("\"", ""));
  }
}
