package dev.fastsim.report.page;

import dev.fastsim.report.templates.JtepageGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Renders a page: the template, the style sheet, ECharts and the script that draws, all in one
 * file.
 */
public final class HtmlPage {

  private final Page page;

  private HtmlPage(Page page) {
    this.page = page;
  }

  static String of(Page page) {
    StringOutput output = new StringOutput(1 << 20);
    JtepageGenerated.render(new OwaspHtmlTemplateOutput(output), null, page, new HtmlPage(page));
    return output.toString();
  }

  /** The style sheets. */
  public String style() {
    Set<String> styles = new LinkedHashSet<>();
    styles.add(styleSheet());
    markups().forEach(markup -> styles.add(markup.style()));
    return String.join("\n", styles);
  }

  /** What every page looks like. */
  static String styleSheet() {
    return resource("report.css");
  }

  /** The scripts, in the order in which they must run. */
  public String script() {
    Set<String> scripts = new LinkedHashSet<>();
    if (hasCharts()) {
      scripts.add(resource("echarts/echarts.common.min.js"));
      scripts.add(resource("report.js"));
    }
    markups().forEach(markup -> scripts.add(markup.script()));
    return String.join("\n", scripts);
  }

  /** A chart's numbers, as JSON that may stand in a script element. */
  public String json(Chart chart) {
    return ChartJson.of(chart);
  }

  private boolean hasCharts() {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .anyMatch(Chart.class::isInstance);
  }

  private java.util.List<Markup> markups() {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Markup.class::isInstance)
        .map(Markup.class::cast)
        .toList();
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlPage.class.getResourceAsStream("/dev/fastsim/report/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "%s is missing beside the classes of fastsim-report; build it by Maven"
                .formatted(name));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
