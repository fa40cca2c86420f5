package dev.fastsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names come from files that anybody may have written. */
class HostileNamesTest {

  static List<String> names() {
    return List.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "<!--<script>",
        "&lt;b&gt; &amp;",
        "{{7*7}} ${7*7} @if(true)",
        "日本語 🚀 \u202e \u2028 \u0000",
        "<img src=x onerror=alert(1)>".repeat(400));
  }

  private static String html(String name) {
    Chart chart =
        new Chart(
            "chart",
            name,
            name,
            Axis.categories(name, List.of(name)),
            Axis.linear(name, Unit.SHARE),
            List.of(new Series(name, Series.Shape.BAR, List.of(new Series.Point(0, 0.5, name)))),
            List.of(Mark.at(name, Mark.Kind.LIMIT, Mark.Along.Y, 0.4)),
            List.of(name));
    Verdicts verdicts =
        new Verdicts(
            List.of(new Verdicts.Row(Status.BAD, name, name, name, name, name, name, 1.5)));
    Section section =
        new Section(
            "all",
            name,
            name,
            List.of(
                verdicts,
                chart,
                new Table(name, List.of(name, name), List.of(List.of(name, name))),
                new Prose(Prose.Kind.LIST, List.of(name)),
                new Prose(Prose.Kind.PARAGRAPHS, List.of(name)),
                new Prose(Prose.Kind.PREFORMATTED, List.of(name))));
    return new Page(name, name, Status.BAD, name, List.of(section)).toHtml();
  }

  /** Whatever the names are, the page has the elements and attributes that harmless ones give. */
  @ParameterizedTest
  @MethodSource("names")
  void namesAreText(String name) {
    assertThat(tags(html(name))).isEqualTo(tags(html("harmless")));
  }

  private static List<String> tags(String html) {
    return Jsoup.parse(html).getAllElements().stream()
        .map(
            each ->
                each.tagName()
                    + each.attributes().asList().stream().map(Attribute::getKey).toList())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesAreNotCutOrChanged(String name) {
    String shown = name.replace("\u0000", ""); // HTML has no such character
    assertThat(Jsoup.parse(html(name)).expectFirst("h2").wholeText()).isEqualTo(shown);
  }
}
