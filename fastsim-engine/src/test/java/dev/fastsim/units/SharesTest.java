package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

  @ParameterizedTest
  @CsvSource({"80%, 0.8", "0.8, 0.8", "100 %, 1", "0, 0", "0.05%, 0.0005", "1, 1"})
  void readsShares(String text, double share) {
    assertThat(Shares.parse(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "80, it is more than the whole% did you mean 80%?",
    "101%, it is more than the whole",
    "-1%, it is negative",
    "most, it does not begin with a number",
    "80 percent, unknown unit 'percent'% did you mean %?"
  })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Shares.parse(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage(
            "'"
                + text
                + "' is not a share: "
                + reason.replace("% did", ", did")
                + "; expected a percentage of 0% to 100% or a number of 0 to 1, e.g. \"80%\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 80%",
    "0.0005, 0.05%",
    "0.125, 12.5%",
    "0.58372, 58.4%",
    "0.9999, 99.99%",
    "0.999996, 99.9996%",
    "0, 0%",
    "1, 100%",
    "NaN, n/a"
  })
  void printsPercentages(double share, String text) {
    assertThat(Shares.format(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "1, 100%",
    "0.001, 0.1%",
    "0.07, 7%",
    "0.125, 12.5%",
    "0.123456789, 12.3456789%"
  })
  void exactTextReadsBackAsTheSame(double share, String text) {
    assertThat(Shares.exact(share)).isEqualTo(text).matches(Shares.pattern());
    assertThat(Shares.parse(text)).isEqualTo(share);
  }
}
