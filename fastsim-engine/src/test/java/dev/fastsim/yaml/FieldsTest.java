package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  private static final Value<Long> WHOLE = Value.whole(1, Long.MAX_VALUE);
  private static final Value<Double> SHARE = Value.number(Range.atLeast(0).upTo(1));

  private final Findings findings = new Findings("file.yml");

  @Test
  void aMistakeSaysWhereWhatWasFoundWhatWasExpectedAndTheLikelyFix() {
    assertThat(fields("a: two").optional("a", WHOLE)).isEmpty();
    assertThat(messages())
        .containsExactly("file.yml:1:4: a: found \"two\", expected a whole number of at least 1");
  }

  @Test
  void allMistakesOfAMappingAreFound() {
    Fields fields = fields("a: 0\nbb: 2\nc: [x, 3, 4, y]\n");
    fields.optional("a", WHOLE);
    fields.required("b", SHARE);
    fields.optional("c", Value.list("numbers", WHOLE));
    assertThat(messages())
        .containsExactly(
            "file.yml:1:1: b: found nothing, expected a number from 0 to 1; add the key b",
            "file.yml:1:4: a: found 0, expected a whole number of at least 1",
            "file.yml:2:1: bb: found an unknown key, expected one of a, b, c",
            "file.yml:3:5: c[0]: found \"x\", expected a whole number of at least 1",
            "file.yml:3:14: c[3]: found \"y\", expected a whole number of at least 1");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "+7, 7",
    "007, 7",
    "7.0, 7",
    "7e2, 700",
    "0x1F, 31",
    "0o17, 15",
    "999999999999999, 999999999999999"
  })
  void wholeNumbersAreRead(String text, long number) {
    assertThat(fields("a: " + text).optional("a", WHOLE)).contains(number);
    assertThat(messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7.5",
    "0",
    "-1",
    "1e99",
    "99999999999999999999",
    "0xFFFFFFFFFFFFFFFFFF",
    "true",
    "~",
    "'[7]'",
    ".inf",
    ".nan",
    "'\"7\"'",
    "1_000",
    "7 s"
  })
  void otherThingsAreNoWholeNumbers(String text) {
    assertThat(fields("a: " + text).optional("a", WHOLE)).isEmpty();
    assertThat(messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", ".5, 0.5", "5e-1, 0.5", "1., 1", "-0.0, -0.0"})
  void numbersAreRead(String text, double number) {
    assertThat(fields("a: " + text).optional("a", SHARE)).contains(number);
  }

  @ParameterizedTest
  @CsvSource({"1.1", "-0.1", "true", ".inf", "-.inf", ".nan", "1e999", "'\"0.5\"'", "half", "~"})
  void otherThingsAreNoNumbers(String text) {
    assertThat(fields("a: " + text).optional("a", SHARE)).isEmpty();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void aQuotedNumberIsTextAndTheMessageSaysSo() {
    fields("a: '7'").optional("a", WHOLE);
    fields("b: 1_000").optional("b", WHOLE);
    fields("c: 5").optional("c", Value.text());
    assertThat(messages())
        .containsExactly(
            "file.yml:1:4: a: found \"7\", expected a whole number of at least 1; remove the quotes",
            "file.yml:1:4: b: found \"1_000\", expected a whole number of at least 1; write 1000",
            "file.yml:1:4: c: found 5, expected text; write \"5\"");
  }

  @Test
  void aWordIsSuggested() {
    Value<Integer> word = Value.word(Map.of("exponential", 1));
    assertThat(fields("a: exponential").optional("a", word)).contains(1);
    fields("a: exponental").optional("a", word);
    assertThat(messages())
        .containsExactly(
            "file.yml:1:4: a: found \"exponental\", expected exponential; did you mean exponential?");
  }

  @Test
  void whatIsMissingIsNothingOrAMistakeOrTheStandard() {
    Fields fields = fields("a: ~");
    assertThat(fields.optional("b", WHOLE)).isEmpty();
    assertThat(fields.optional("b", WHOLE, 5L)).isEqualTo(5);
    assertThat(fields.nullable("a", WHOLE)).isEmpty();
    assertThat(messages()).isEmpty();
    assertThat(fields.required("b", WHOLE, 5L)).isEqualTo(5);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void aRepeatOfAMistakeByAnAliasIsNotReported() {
    YamlDocument document = YamlDocument.parse("file.yml", "- &x {a: no}\n- *x\n");
    Value.<Long>list(
            "mappings",
            (node, same) ->
                Fields.of(node, findings, "a").flatMap(fields -> fields.optional("a", WHOLE)))
        .read(document.root(), findings);
    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0)).startsWith("file.yml:1:10: [0].a: found \"no\"");
  }

  private Fields fields(String text) {
    YamlNode root = YamlDocument.parse("file.yml", text).root();
    return Fields.of(root, findings, "a", "b", "c").orElseThrow();
  }

  private List<String> messages() {
    return findings.count() == 0
        ? List.of()
        : findings.exception().mistakes().stream().map(YamlMistake::message).toList();
  }
}
