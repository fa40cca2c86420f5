package dev.fastsim.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KNOWN = List.of("exponential", "lognormal", "normal", "erlang");

  @ParameterizedTest
  @CsvSource({
    "expnential, exponential",
    "exp, exponential",
    "log_normal, lognormal",
    "Normal, normal",
    "nromal, normal",
    "erlnag, erlang"
  })
  void findsTheWordThatWasMeant(String found, String meant) {
    assertThat(Spelling.closest(found, KNOWN)).contains(meant);
  }

  @Test
  void findsNothingWhereNothingIsNear() {
    assertThat(Spelling.closest("poisson", KNOWN)).isEmpty();
    assertThat(Spelling.closest("", KNOWN)).isEmpty();
  }
}
