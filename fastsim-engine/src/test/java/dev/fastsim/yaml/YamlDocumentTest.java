package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {

  @Test
  void everyNodeKnowsItsLineColumnAndPath() {
    YamlNode.Mapping root =
        mapping(
            parse(
                """
                # a comment
                graph:
                  servers:
                    - id: a
                    - {id: b, "odd key": [x, y]}
                """));
    YamlNode.Sequence servers = (YamlNode.Sequence) value(value(root, "graph"), "servers");
    YamlNode.Mapping second = mapping(servers.items().get(1));
    YamlNode id = value(second, "id");
    assertThat(id.path()).hasToString("graph.servers[1].id");
    assertThat(id.mark()).isEqualTo(new YamlMark(5, 12));
    assertThat(second.entry("id").orElseThrow().mark()).isEqualTo(new YamlMark(5, 8));
    YamlNode.Sequence odd = (YamlNode.Sequence) value(second, "odd key");
    assertThat(odd.items().get(1).path()).hasToString("graph.servers[1].\"odd key\"[1]");
    assertThat(second.entries().keySet()).containsExactly("id", "odd key");
  }

  @ParameterizedTest
  @CsvSource({
    "two, TEXT",
    "'\"2\"', TEXT",
    "'''2''', TEXT",
    "2, WHOLE",
    "+2, WHOLE",
    "0x1F, WHOLE",
    "010, WHOLE",
    "2., DECIMAL",
    ".5, DECIMAL",
    "1e3, DECIMAL",
    ".inf, DECIMAL",
    ".NaN, DECIMAL",
    "1_000, TEXT",
    "true, BOOLEAN",
    "yes, TEXT",
    "~, NULL",
    "null, NULL",
    "'', NULL",
    "!!str 5, TEXT",
    "! 5, TEXT",
    "!!int \"5\", WHOLE",
    "!!float 5, WHOLE",
    "12:30, TEXT",
    "2026-11-24, TEXT"
  })
  void scalarsAreWhatTheCoreSchemaSays(String text, YamlNode.Kind kind) {
    assertThat(((YamlNode.Scalar) value(parse("key: " + text), "key")).kind()).isEqualTo(kind);
  }

  @Test
  void anAliasIsACopyWithAPathOfItsOwnWrittenWhereItsAnchorIs() {
    YamlNode root = parse("a: &fast {mean: 1}\nb: *fast\n");
    YamlNode mean = value(value(root, "b"), "mean");
    assertThat(mean.path()).hasToString("b.mean");
    assertThat(mean.mark()).isEqualTo(new YamlMark(1, 17));
  }

  @Test
  void anAnchorMayBeGivenAgain() {
    YamlNode root = parse("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(value(root, "b").found()).isEqualTo("1");
    assertThat(value(root, "d").found()).isEqualTo("2");
  }

  @Test
  void mergedKeysComeAfterOwnKeysAndTheFirstOfThemWins() {
    YamlNode.Mapping merged =
        mapping(
            value(
                parse(
                    """
                    a: &a {x: 1, y: 1}
                    b: &b {y: 2, z: 2}
                    c:
                      <<: [*a, *b]
                      x: 3
                    """),
                "c"));
    assertThat(merged.entries().keySet()).containsExactly("x", "y", "z");
    assertThat(value(merged, "x").found()).isEqualTo("3");
    assertThat(value(merged, "y").found()).isEqualTo("1");
    assertThat(value(merged, "z").found()).isEqualTo("2");
    assertThat(value(merged, "z").path()).hasToString("c.z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nb: 2\\na: 3 | 3:1: a: found the key a second time, expected each key once; it is"
            + " already in line 1",
        "a: !!java.net.URL [x] | 1:4: a: found the tag !!java.net.URL, expected a plain value",
        "a: !secret x | 1:4: a: found the tag !secret",
        "a: !!int x | 1:4: a: found !!int \"x\"",
        "a: !!set {x} | 1:4: a: found the tag !!set",
        "{[x]: 1} | 1:2: found a list as a key",
        "<<: 5 | 1:5: \"<<\": found 5, expected a mapping, or a list of mappings, to merge",
        "a: *b | 1:4: found the alias *b",
        "a: &a [*a] | 1:8: found the alias *a",
        "a: &a {<<: *a} | 1:12: found the alias *a",
        "a: [1, 2 | 1:9: found a mistake in the syntax",
        "a: 1\\n b: 2 | 2:3: found a mistake in the syntax",
        "a: 1\\n\\tb: 2 | 2:1: found a mistake in the syntax",
        "a: \"x | 1:6: found a mistake in the syntax (found unexpected end of stream while scanning a"
            + " quoted scalar from 1:4)",
        "a: 1\\n---\\nb: 2 | 2:1: found the start of another document, expected one document",
        "%YAML 1.99999999999999999999\\n---\\na: 1 | 1:29: found a mistake in the syntax",
        "a: \\u0007 | 1:4: found the character U+0007, which YAML does not allow",
        "'' | name.yml: found an empty file",
        "# nothing | name.yml: found an empty file"
      })
  void whatIsNoGoodDocumentIsRefusedWithItsPlace(String text, String message) {
    String source =
        text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", String.valueOf((char) 7));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.parse("name.yml", source).findings().check())
        .withMessageContaining(message);
  }

  @Test
  void severalMistakesAreReportedAtOnceByPosition() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(
            () -> YamlDocument.parse("f.yml", "a: !x 1\na: 2\nb: 1\nb: 1\n").findings().check())
        .satisfies(
            invalid ->
                assertThat(invalid.mistakes())
                    .extracting(YamlMistake::line)
                    .containsExactly(1, 2, 4))
        .withMessageStartingWith("f.yml has 3 mistakes:");
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] latin1 = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.parse("f.yml", latin1))
        .withMessageContaining("f.yml:2:7: found the byte 0xE9, which is not UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(value(parse("\uFEFFa: 1"), "a").found()).isEqualTo("1");
  }

  @Test
  void sixtyFourLevelsAreReadAndNoMore() {
    assertThat(parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    assertRefused("[".repeat(65) + "]".repeat(65), "1:65: found more than 64 levels");
    assertRefused("[".repeat(1_000_000), "found more than 64 levels");
    assertRefused("? ".repeat(1_000), "found more than 64 levels");
    assertRefused("- ".repeat(1_000), "found more than 64 levels");
  }

  @Test
  void levelsAreCountedThroughAliases() {
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      chain.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
    }
    assertRefused(chain.toString(), "found more than 64 levels");
  }

  @Test
  void valuesAreCountedThroughAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    StringBuilder merges = new StringBuilder("a0: &a0 {x: 1, y: 2}\n");
    for (int i = 1; i < 12; i++) {
      String eight = "*a%d, ".formatted(i - 1).repeat(8);
      bomb.append("a%d: &a%d [%s]%n".formatted(i, i, eight));
      merges.append("a%d: &a%d {x: [%s]}%n".formatted(i, i, eight));
    }
    assertRefused(bomb.toString(), "found more than 200000 values");
    assertRefused(merges.toString(), "found more than 200000 values");
  }

  @Test
  void aMissingFileAndADirectoryAreMistakes(@TempDir Path dir) throws IOException {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.read(dir))
        .withMessageContaining("found a directory, expected a YAML file");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.read(dir.resolve("none.yml")))
        .withMessageContaining("none.yml: found no such file");
    Path file = Files.writeString(dir.resolve("a.yml"), "a: 1");
    assertThat(value(YamlDocument.read(file).root(), "a").found()).isEqualTo("1");
  }

  @Test
  void aFileMayHaveEightMebibytesAndNoMore(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("large.yml");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("a: 1 #".getBytes(StandardCharsets.UTF_8));
      byte[] comment = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100; i++) {
        out.write(comment);
      }
    }
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.read(file))
        .withMessageContaining("found more than 8 MiB, expected at most 8 MiB");
    String largest = "a: 1 #" + "x".repeat((8 << 20) - 6);
    assertThat(value(parse(largest), "a").found()).isEqualTo("1");
  }

  @Test
  void ofVeryManyMistakesTheFirstAreKeptAndTheRestCounted() {
    Findings findings = YamlDocument.parse("f.yml", "a: !x 1\n".repeat(1000)).findings();
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(findings::check)
        .withMessageContaining("has 1999 mistakes")
        .withMessageEndingWith("and 1799 more")
        .satisfies(invalid -> assertThat(invalid.mistakes()).hasSize(200));
  }

  @Test
  void textOfTheFileIsShownShortAndWithoutControlCharacters() {
    YamlNode.Scalar scalar =
        (YamlNode.Scalar) value(parse("a: \"x\\e[31m\\ny" + "z".repeat(100) + "\""), "a");
    assertThat(scalar.found()).startsWith("\"x.[31m.yzz").endsWith("zz...\"").hasSize(65);
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> YamlDocument.parse("name.yml", text))
        .withMessageContaining(message);
  }

  private static YamlNode parse(String text) {
    return YamlDocument.parse("name.yml", text).root();
  }

  private static YamlNode.Mapping mapping(YamlNode node) {
    return (YamlNode.Mapping) node;
  }

  private static YamlNode value(YamlNode mapping, String key) {
    return mapping(mapping).entry(key).orElseThrow().value();
  }
}
