package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarsTest {

  @ParameterizedTest
  @CsvSource({"$0.01, 0.01", "' $ 12 ', 12", "$.5, 0.5", "$0, 0", "$0.000000001, 0.000000001"})
  void readsAmountsExactly(String text, BigDecimal amount) {
    assertThat(Dollars.parse(text)).isEqualByComparingTo(amount);
    assertThat(text).matches(Dollars.pattern());
  }

  @ParameterizedTest
  @CsvSource({"$0.05/h, 0.05", "'$ 1.20 / h', 1.2", "$0/h, 0"})
  void readsPricesExactly(String text, BigDecimal amount) {
    assertThat(Dollars.parsePerHour(text)).isEqualByComparingTo(amount);
    assertThat(text).matches(Dollars.patternPerHour());
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, it has no $",
    "$, it is not a number",
    "$-1, it is not a number",
    "$1e-3, it is not a number",
    "$0.0000000001, it has more than 9 digits after the point"
  })
  void saysWhatIsWrongWithAnAmount(String text, String reason) {
    assertThatThrownBy(() -> Dollars.parse(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage(
            "'%s' is not an amount: %s; expected $ and a decimal, e.g. \"$0.01\""
                .formatted(text, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "0.05/h, it has no $",
    "$0.05, it does not say by which time",
    "$36.50/month, it is not by the hour (a month is 730 h)"
  })
  void saysWhatIsWrongWithAPrice(String text, String reason) {
    assertThatThrownBy(() -> Dollars.parsePerHour(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage(
            "'%s' is not a price: %s; expected $, a decimal and /h, e.g. \"$0.05/h\""
                .formatted(text, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "0, $0",
    "0.0012345, $0.00123",
    "0.99999, $1",
    "0.05, $0.05",
    "36.5, $36.50",
    "12345.6, $12 346",
    "-0.5, -$0.5"
  })
  void printsForPeople(double dollars, String text) {
    assertThat(Dollars.format(dollars)).isEqualTo(text);
  }

  @Test
  void printsForReadingBack() {
    BigDecimal least = new BigDecimal("0.000000001");
    assertThat(Dollars.exact(least)).isEqualTo("$0.000000001");
    assertThat(Dollars.parse(Dollars.exact(least))).isEqualTo(least);
    assertThat(Dollars.exactPerHour(new BigDecimal("1E+6"))).isEqualTo("$1000000/h");
    assertThat(Dollars.format(Double.NaN)).isEqualTo("n/a");
  }
}
