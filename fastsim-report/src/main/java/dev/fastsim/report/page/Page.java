package dev.fastsim.report.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is on a page.
 *
 * @param title name of what was simulated
 * @param subtitle under which circumstances, in a line
 * @param status of all promises together
 * @param headline what became of them, in a few words
 * @param sections in order, with unique ids
 */
public record Page(
    String title, String subtitle, Status status, String headline, List<Section> sections) {

  public Page {
    sections = List.copyOf(sections);
    Set<String> ids = new HashSet<>();
    for (Section section : sections) {
      requireUnique(ids, section.id());
      for (Block block : section.blocks()) {
        if (block instanceof Chart chart) {
          requireUnique(ids, chart.id());
        }
      }
    }
  }

  private static void requireUnique(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("two parts of the page have the id '%s'".formatted(id));
    }
  }

  /** The page as Markdown: verdicts, explanations and tables, without the charts. */
  public String toMarkdown() {
    return Markdown.of(this);
  }

  /** The page as HTML, one file without any link to the outside. */
  public String toHtml() {
    return HtmlPage.of(this);
  }
}
