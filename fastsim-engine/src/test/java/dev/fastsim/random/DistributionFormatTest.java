package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionFormatTest {

  private static final String FORMS =
      "lognormal(mean=, sd=) or lognormal(median=, p99=) or lognormal(mu=, sigma=)";

  private static final String UNITS =
      "; expected a number and one of ns, us, ms, s, min, h, d, e.g. \"1.5 ms\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "exponential 3ms | 13 | expected '(', found '3ms'",
        "exponential | 12 | expected '(', found the end",
        "exponential(3ms | 16 | expected ')', found the end",
        "exponential(3ms) x | 18 | expected nothing after the closing parenthesis, found 'x'",
        "exponential(3ms,) | 17 | expected a parameter, found ')'",
        "normal(5ms, sd=) | 16 | expected a value for sd, found ')'",
        "(3ms) | 1 | '(3ms)' is not a duration: it does not begin with a number" + UNITS,
        "12 msec | 1 | '12 msec' is not a duration: unknown unit 'msec', did you mean ms?" + UNITS,
        "exponential(3) | 13 | mean: '3' is not a duration: it has no unit" + UNITS,
        "exponential(-3 ms) | 13 | mean: '-3 ms' is not a duration: it is negative" + UNITS,
        "gamma(2ms, 5ms) | 7 | shape: '2ms' is not a plain number, such as 2.5",
        "erlang(2.5, 5ms) | 8 | k: '2.5' is not a whole number of at most 2147483647",
        "exponential(avg=3ms) | 13 | unknown parameter 'avg'; expected exponential(mean=)",
        "exponential(maen=3ms) | 13 | unknown parameter 'maen', did you mean mean?; expected"
            + " exponential(mean=)",
        "exponential(3ms, 4ms) | 18 | one parameter too many, '4ms'; expected exponential(mean=)",
        "normal(5ms, mean=5ms) | 13 | parameter 'mean' is given twice",
        "normal(mean=5ms) | 16 | missing sd; expected normal(mean=, sd=)",
        "normal() | 8 | missing mean and sd; expected normal(mean=, sd=)",
        "normal(mean=5ms, 1ms) | 18 | '1ms' needs the name of its parameter; expected normal(mean=,"
            + " sd=)",
        "lognormal(8ms, 40ms) | 11 | '8ms' needs the name of its parameter; expected " + FORMS,
        "lognormal(mean=8ms, p99=40ms) | 1 | mean and p99 do not go together; expected " + FORMS,
        "lognormal(median=8ms) | 21 | missing p99; expected " + FORMS,
        "zipf(10, 1) | 1 | zipf draws ranks, not durations; expected a distribution of durations",
        "exponential(0 s) | 13 | the mean of exponential must be a finite number above 0, was 0",
        "uniform(3 s, 1 s) | 14 | the high of uniform must be finite and not below low, was 1",
        "lognormal(p99=1s, median=2s) | 15 | the p99 of lognormal must be finite and not below the"
            + " median, was 1",
        "hyperexponential(1 s, cv=1) | 26 | the cv of hyperexponential must be above 1 (1 is"
            + " exponential) and at most 1000000, was 1",
        "erlang(0, 1 s) | 8 | the k of erlang must be a whole number of 1 or more, was 0",
        "pareto(0 s, 1) | 8 | the min of pareto must be a finite number above 0, was 0",
        "poisson(3 s) | 12 | missing unit; expected poisson(mean=, unit=)",
        "poisson(3 s, 0 s) | 14 | the unit of poisson must be a finite number above 0, was 0",
        "poisson(2000 s, 1 us) | 9 | the mean of poisson must be 0 or more and below 2^30 units, was"
            + " 2000",
        "rectifiednormal(mean=5ms) | 25 | missing sd; expected rectifiednormal(mean=, sd=)",
        "weibull(1 s, -1) | 14 | the shape of weibull must be a finite number above 0, was -1",
      })
  void durationsSayWhatIsWrongAndWhere(String text, int column, String reason) {
    assertThatThrownBy(() -> Distribution.ofDurations(text))
        .isInstanceOf(DistributionFormatException.class)
        .hasMessage("'%s' is not a distribution: column %d: %s".formatted(text, column, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "exponential(3 ms) | 13 | mean: '3 ms' is not a plain number, such as 2.5",
        "-3 | 1 | the value of constant must be a finite number of 0 or more, was -3",
        "1e999 | 1 | the value of constant must be a finite number of 0 or more, was Infinity",
        "zipf(0, 1) | 6 | the n of zipf must be a whole number of 1 or more, was 0",
        "zipf(1e10, 1) | 6 | n: '1e10' is not a whole number of at most 2147483647",
        "zipf(10, -1) | 10 | the exponent of zipf must be a finite number of 0 or more, was -1",
        "poisson() | 9 | missing mean; expected poisson(mean=) or poisson(mean=, unit=)",
        "poisson(-1) | 9 | the mean of poisson must be 0 or more and below 2^30 units, was -1",
        "rectifiednormal(1, -1) | 20 | the sd of rectifiednormal must be a finite number of 0 or"
            + " more, was -1",
        "normal(-1, 1) | 8 | the mean of normal must be a finite number of 0 or more, was -1",
      })
  void numbersSayWhatIsWrongAndWhere(String text, int column, String reason) {
    assertThatThrownBy(() -> Distribution.ofNumbers(text))
        .isInstanceOf(DistributionFormatException.class)
        .hasMessage("'%s' is not a distribution: column %d: %s".formatted(text, column, reason));
  }

  @Test
  void aMisspeltDistributionIsToldTheOneThatWasMeant() {
    assertThatThrownBy(() -> Distribution.ofDurations(" expnential(3ms)"))
        .hasMessage(
            "' expnential(3ms)' is not a distribution: column 2: unknown distribution 'expnential',"
                + " did you mean exponential?; expected a value or one of constant, exponential,"
                + " normal, rectifiednormal, lognormal, uniform, gamma, erlang, weibull, pareto,"
                + " hyperexponential, poisson, empirical");
    assertThatThrownBy(() -> Distribution.ofNumbers("zpif(1, 1)"))
        .hasMessageContaining("did you mean zipf?");
    assertThatThrownBy(() -> Distribution.ofDurations("cauchy(3 ms)"))
        .hasMessageContaining("unknown distribution 'cauchy'; expected a value or one of");
  }

  @Test
  void anEmptyTextIsToldWhatIsExpected() {
    assertThatThrownBy(() -> Distribution.ofDurations(" "))
        .hasMessage(
            "' ' is not a distribution: column 2: expected a value or the name of a distribution,"
                + " found the end");
  }

  @Test
  void theFailureCarriesTextAndColumn() {
    DistributionFormatException failure =
        catchThrowableOfType(
            DistributionFormatException.class, () -> Distribution.ofDurations("gamma(2, 5)"));
    assertThat(failure.text()).isEqualTo("gamma(2, 5)");
    assertThat(failure.column()).isEqualTo(10);
  }

  @Test
  void scalingRefusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new Exponential(1).scaledBy(0))
        .hasMessage("the factor of scaledBy must be a finite number above 0, was 0");
    assertThatThrownBy(() -> new Zipf(10, 1).scaledBy(2))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("zipf(n=10, exponent=1) draws ranks, which cannot be scaled");
  }
}
