package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizesTest {

  @ParameterizedTest
  @CsvSource({
    "2 GiB, 2147483648",
    "1.5MB, 1500000",
    "512 B, 512",
    "64 kB, 64000",
    "64 KiB, 65536",
    "1 MiB, 1048576",
    "3 GB, 3000000000",
    "1 TB, 1000000000000",
    "1 TiB, 1099511627776",
    "1.7 GiB, 1825361101",
    "0 B, 0",
    "8192 TiB, 9007199254740992"
  })
  void readsSizes(String text, long bytes) {
    assertThat(ByteSizes.parseBytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "64 KB, unknown unit 'KB'% did you mean kB?",
    "2 G, unknown unit 'G'% did you mean GB?",
    "2 gib, unknown unit 'gib'% did you mean GiB?",
    "2 parsec, unknown unit 'parsec'",
    "2, it has no unit",
    "-2 GiB, it is negative",
    "lots, it does not begin with a number",
    "1 GiB 5 MiB, it holds more than one number",
    "8193 TiB, it is more than 8192 TiB"
  })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> ByteSizes.parseBytes(text))
        .isInstanceOf(UnitFormatException.class)
        .hasMessage(
            "'%s' is not a byte size: %s; expected a number and one of "
                    .formatted(text, reason.replace('%', ','))
                + "B, kB, KiB, MB, MiB, GB, GiB, TB, TiB, e.g. \"2 GiB\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, 2 GiB",
    "1572864, 1.50 MiB",
    "512, 512 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "1e15, 909.5 TiB",
    "-1024, -1 KiB",
    "NaN, n/a"
  })
  void printsForPeople(double bytes, String text) {
    assertThat(ByteSizes.format(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "1500, 1500 B",
    "2000, 2 kB",
    "1536, 1536 B",
    "2000000, 2 MB",
    "2147483648, 2 GiB",
    "1572864, 1536 KiB",
    "9007199254740992, 8192 TiB"
  })
  void exactTextReadsBackAsTheSame(long bytes, String text) {
    assertThat(ByteSizes.exact(bytes)).isEqualTo(text).matches(ByteSizes.pattern());
    assertThat(ByteSizes.parseBytes(text)).isEqualTo(bytes);
  }
}
