package dev.fastsim.report.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A page in few words of Markdown, for a comment on a change: verdicts, explanations and tables.
 */
final class Markdown {

  /** Rows of a table; the rest is counted. */
  private static final int MOST_ROWS = 30;

  private final StringBuilder text = new StringBuilder();

  private Markdown() {}

  static String of(Page page) {
    Markdown markdown = new Markdown();
    markdown.line("## %s %s".formatted(sign(page.status()), escape(page.title())));
    markdown.line("**%s**  ".formatted(escape(page.headline())));
    markdown.line(escape(page.subtitle()));
    page.sections().forEach(markdown::section);
    return markdown.text.toString();
  }

  private static String sign(Status status) {
    return switch (status) {
      case GOOD -> "✅";
      case BAD -> "❌";
      case OPEN -> "❔";
      case NEUTRAL -> "ℹ️";
    };
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void section(Section section) {
    switch (section.id()) {
      case "promises" -> section.blocks().forEach(this::block);
      case "why", "cost", "differences", "frontier", "headroom" -> {
        line("\n### " + escape(section.title()));
        section.blocks().forEach(this::block);
      }
      default -> folded(section);
    }
  }

  /** What is worth a look only if something is wrong. */
  private void folded(Section section) {
    if (section.blocks().stream().noneMatch(Markdown::isShown)) {
      return;
    }
    line("\n<details><summary>%s</summary>".formatted(escape(section.title())));
    section.blocks().forEach(this::block);
    line("\n</details>");
  }

  private static boolean isShown(Block block) {
    return block instanceof Table || block instanceof Prose || block instanceof Verdicts;
  }

  private void block(Block block) {
    if (block instanceof Verdicts verdicts) {
      rows(
          List.of("", "promise", "measured", "95% interval", "margin"),
          verdicts.rows().stream()
              .map(
                  row ->
                      List.of(
                          sign(row.status()) + " " + row.status().word(),
                          (row.where().isEmpty() ? "" : row.where() + ": ")
                              + row.metric()
                              + " "
                              + row.limit(),
                          row.measured(),
                          row.interval(),
                          row.margin()))
              .toList());
    } else if (block instanceof Table table) {
      line("\n" + escape(table.caption()));
      rows(table.header(), table.rows());
    } else if (block instanceof Prose prose) {
      prose(prose);
    }
  }

  private void prose(Prose prose) {
    line("");
    if (prose.kind() == Prose.Kind.PREFORMATTED) {
      prose.lines().forEach(line -> line("    " + line));
    } else {
      String mark = prose.kind() == Prose.Kind.LIST ? "- " : "";
      prose.lines().forEach(line -> line(mark + escape(line)));
    }
  }

  private void rows(List<String> header, List<List<String>> rows) {
    line("");
    row(header);
    line("|" + " --- |".repeat(header.size()));
    rows.stream().limit(MOST_ROWS).forEach(this::row);
    if (rows.size() > MOST_ROWS) {
      line("\n%d more rows are on the page.".formatted(rows.size() - MOST_ROWS));
    }
  }

  private void row(List<String> cells) {
    line(cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |")));
  }

  /** Text that Markdown and the HTML in it leave as it is. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]#|~])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\R", " ");
  }
}
