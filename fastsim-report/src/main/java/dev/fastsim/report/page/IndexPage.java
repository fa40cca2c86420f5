package dev.fastsim.report.page;

import dev.fastsim.report.templates.JteindexGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * A list of pages.
 *
 * @param entries one for each page; what is broken comes first, then what is open, else by name
 */
public record IndexPage(List<Entry> entries) {

  /**
   * A page.
   *
   * @param name shown
   * @param file beside the index
   * @param status of all its promises together
   * @param headline what became of them
   */
  public record Entry(String name, String file, Status status, String headline) {

    /** The link to it. */
    public String link() {
      return URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int urgency() {
      return switch (status) {
        case BAD -> 0;
        case OPEN -> 1;
        case GOOD, NEUTRAL -> 2;
      };
    }
  }

  public IndexPage {
    entries =
        entries.stream()
            .sorted(Comparator.comparingInt(Entry::urgency).thenComparing(Entry::name))
            .toList();
  }

  /** How many pages have a status. */
  public long count(Status status) {
    return entries.stream().filter(entry -> entry.status() == status).count();
  }

  /** The worst status of all. */
  public Status status() {
    return entries.isEmpty() ? Status.NEUTRAL : entries.get(0).status();
  }

  /** All together in words. */
  public String headline() {
    long broken = count(Status.BAD);
    long open = count(Status.OPEN);
    if (broken + open == 0) {
      return "All promises of %d reports are kept".formatted(entries.size());
    }
    return "%d of %d reports have broken promises%s"
        .formatted(broken, entries.size(), open == 0 ? "" : ", %d undecided ones".formatted(open));
  }

  /** The page as HTML. */
  public String toHtml() {
    StringOutput output = new StringOutput();
    JteindexGenerated.render(
        new OwaspHtmlTemplateOutput(output), null, this, HtmlPage.styleSheet());
    return output.toString();
  }
}
