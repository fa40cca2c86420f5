package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  private static final String EXPECTED =
      "; expected a number and one of ns, us, ms, s, min, h, d, e.g. \"1.5 ms\"";

  @ParameterizedTest
  @CsvSource({
    "1.5 ms, 1500000",
    "250us, 250000",
    "500µs, 500000",
    "500 μs, 500000",
    "30 s, 30000000000",
    "2 min, 120000000000",
    "1h, 3600000000000",
    "5 ns, 5",
    "1 d, 86400000000000",
    "1000 d, 86400000000000000",
    "1 h 30 min, 5400000000000",
    "1h30min5s, 5405000000000",
    "' 0 ms ', 0",
    "1e3 us, 1000000",
    ".5 us, 500",
    "0.1 ms, 100000",
    "0.5 ns, 1",
    "0.49 ns, 0"
  })
  void readsDurations(String text, long nanos) {
    assertThat(Durations.parseNanos(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({
    "12 msec, unknown unit 'msec'% did you mean ms?",
    "12 seconds, unknown unit 'seconds'% did you mean s?",
    "5 m, unknown unit 'm'% did you mean min?",
    "5 MS, unknown unit 'MS'% did you mean ms?",
    "5 weeks, unknown unit 'weeks'",
    "12, it has no unit",
    "1 000 ms, it has no unit",
    "-1 ms, it is negative",
    "NaN ms, it does not begin with a number",
    "ms, it does not begin with a number",
    "'', it does not begin with a number",
    "Infinity s, it does not begin with a number",
    "1.5 ms-, it has a stray sign or point",
    "1000.01 d, it is longer than 1000 days",
    "1e999 s, it is longer than 1000 days",
    "5 s 1 min, its parts do not go from large units to small ones",
    "5 s 1 s, its parts do not go from large units to small ones"
  })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Durations.parseNanos(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage("'" + text + "' is not a duration: " + reason.replace('%', ',') + EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "163.2e6, 163.2 ms",
    "1.5e9, 1.50 s",
    "950e3, 950 us",
    "12, 12 ns",
    "0, 0 ns",
    "0.254, 0.25 ns",
    "71e6, 71 ms",
    "25.04e6, 25 ms",
    "999.96e6, 1 s",
    "999.94e6, 999.9 ms",
    "59.99e9, 60 s",
    "119.9e9, 119.9 s",
    "119.96e9, 2 min",
    "125e9, 2 min 5 s",
    "7199.6e9, 120 min",
    "7260e9, 2 h 1 min",
    "180000e9, 2 d 2 h",
    "-1.5e6, -1.50 ms",
    "-0.001, 0 ns",
    "NaN, n/a",
    "Infinity, unbounded"
  })
  void printsForPeople(double nanos, String text) {
    assertThat(Durations.format(nanos)).isEqualTo(text);
  }

  @Test
  void printsAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Durations.format(163.2e6)).isEqualTo("163.2 ms");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, 0.003, 1e-9, 2.5e-10, 0.1, 1 / 3.0, 59.999999, 1234567.8, 1e-300, 4.9e-324})
  void exactTextReadsBackAsTheSameDouble(double seconds) {
    assertThat(Durations.parseSeconds(Durations.exact(seconds))).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "0.003, 3 ms",
    "1, 1 s",
    "90, 90 s",
    "0.00025, 250 us",
    "2.5e-10, 0.25 ns",
    "0, 0 ns"
  })
  void exactTextIsShort(double seconds, String text) {
    assertThat(Durations.exact(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "1, 1 ns",
    "1500, 1.5 us",
    "3000000, 3 ms",
    "999999999, 999.999999 ms",
    "1000000000, 1 s",
    "1500000000, 1.5 s",
    "30000000000, 30 s",
    "60000000000, 1 min",
    "90500000000, 1 min 30.5 s",
    "3600000000000, 1 h",
    "5400000000000, 1 h 30 min",
    "86400000000001, 1 d 0.000000001 s",
    "86400000000000000, 1000 d"
  })
  void exactTextOfNanosecondsReadsBackAsTheSame(long nanos, String text) {
    assertThat(Durations.exact(Duration.ofNanos(nanos))).isEqualTo(text);
    assertThat(Durations.parseNanos(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5 ms", "250us", "3 µs", " 2 min ", "1 h 30 min", ".5s", "1e3 ns", "+1 d"})
  void patternMatchesWhatIsRead(String text) {
    assertThat(text).matches(Durations.pattern());
    Durations.parseNanos(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "ms", "5 m", "1 ms!", "-", "1..5 s"})
  void patternMatchesNothingWithoutNumberAndUnit(String text) {
    assertThat(text).doesNotMatch(Durations.pattern());
  }
}
