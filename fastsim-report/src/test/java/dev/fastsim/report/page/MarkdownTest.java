package dev.fastsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  private static Page page(String name) {
    Verdicts verdicts =
        new Verdicts(
            List.of(
                new Verdicts.Row(
                    Status.BAD, "", name, "<= 10 ms", "20 ms", "19 ms .. 21 ms", "2x", 2)));
    return new Page(
        name,
        "8 runs",
        Status.BAD,
        "The promise is broken",
        List.of(new Section("promises", "Promises", "", List.of(verdicts))));
  }

  @Test
  void verdictsAreATable() {
    assertThat(page("GET /item p95").toMarkdown())
        .isEqualTo(
            """
            ## ❌ GET /item p95
            **The promise is broken** \s
            8 runs

            |  | promise | measured | 95% interval | margin |
            | --- | --- | --- | --- | --- |
            | ❌ broken | GET /item p95 &lt;= 10 ms | 20 ms | 19 ms .. 21 ms | 2x |
            """);
  }

  @Test
  void namesCannotEndACellOrBringHtml() {
    assertThat(page("a|b <img src=x> `c`\n# d").toMarkdown())
        .contains("| a\\|b &lt;img src=x&gt; \\`c\\` \\# d &lt;= 10 ms |")
        .doesNotContain("<img");
  }
}
