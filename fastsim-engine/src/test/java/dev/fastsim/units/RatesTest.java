package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

  @ParameterizedTest
  @CsvSource({
    "400/s, 400",
    "400 / s, 400",
    "6000/min, 100",
    "1e6/h, 277.77777777777777",
    "86400/d, 1",
    "0/s, 0"
  })
  void readsRates(String text, double perSecond) {
    assertThat(Rates.parsePerSecond(text)).isEqualTo(perSecond);
  }

  @ParameterizedTest
  @CsvSource({
    "400, it has no unit",
    "400 rps, unknown unit 'rps'% did you mean /s?",
    "400 per minute, unknown unit 'perminute'% did you mean /min?",
    "400/hour, unknown unit '/hour'% did you mean /h?",
    "400/week, unknown unit '/week'",
    "-4/s, it is negative",
    "many/s, it does not begin with a number",
    "4/s 5/s, it holds more than one number",
    "1e400/s, it is too large"
  })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Rates.parsePerSecond(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage(
            "'%s' is not a rate: %s; expected a number and one of /s, /min, /h, /d, e.g. \"400/s\""
                .formatted(text, reason.replace('%', ',')));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400/s",
    "12.54, 12.5/s",
    "12345.6, 12346/s",
    "0.5, 30/min",
    "0.01, 36/h",
    "1e-4, 8.64/d",
    "1e-9, 0/d",
    "0, 0/s",
    "Infinity, n/a"
  })
  void printsForPeople(double perSecond, String text) {
    assertThat(Rates.format(perSecond)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"400, 400/s", "0.1, 0.1/s", "1e-7, 0.0000001/s", "0, 0/s"})
  void exactTextReadsBackAsTheSame(double perSecond, String text) {
    assertThat(Rates.exact(perSecond)).isEqualTo(text).matches(Rates.pattern());
    assertThat(Rates.parsePerSecond(text)).isEqualTo(perSecond);
  }
}
