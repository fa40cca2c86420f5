package dev.fastsim.report;

import dev.fastsim.capacity.Configuration;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Status;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.units.Counts;
import java.util.ArrayList;
import java.util.List;

/** The page of a sizing: what keeps the promises with nothing to spare, by cost. */
final class SizingPage {

  private final Sizing sizing;

  private SizingPage(Sizing sizing) {
    this.sizing = sizing;
  }

  static Page of(Sizing sizing) {
    return new SizingPage(sizing).page();
  }

  private Page page() {
    List<Block> blocks = new ArrayList<>();
    if (!sizing.frontier().isEmpty()) {
      blocks.add(frontier());
      blocks.add(table());
    }
    if (!sizing.violations().isEmpty()) {
      blocks.add(new Prose(Prose.Kind.LIST, sizing.violations()));
    }
    return new Page(
        sizing.scenario().name(),
        "%s of %s combinations simulated, seed %d"
            .formatted(
                Counts.format(sizing.simulated()),
                Counts.format(sizing.combinations()),
                sizing.scenario().runs().seed()),
        sizing.frontier().isEmpty() ? Status.BAD : Status.GOOD,
        sizing
            .cheapest()
            .map(cheapest -> "The cheapest that keeps all promises: " + text(cheapest))
            .orElse("No configuration keeps all promises"),
        List.of(
            new Section(
                "frontier",
                "Sizing frontier",
                "Configurations that keep every promise, none with anything to spare.",
                blocks)));
  }

  private String text(Configuration configuration) {
    return configuration.text(sizing.scenario());
  }

  /** How much of its limit the tightest promise takes. */
  private static double tightest(Configuration configuration) {
    return configuration.verdicts().stream()
        .mapToDouble(
            verdict -> {
              double ratio = verdict.measured().value() / verdict.objective().limit();
              return verdict.objective().isFloor() ? 1 / ratio : ratio;
            })
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  private Chart frontier() {
    return new Chart(
        "sizing-frontier",
        "Cost and what is left",
        "%d configurations from the cheapest, %s, on; each with the share of its limit that the tightest promise takes."
            .formatted(sizing.frontier().size(), text(sizing.frontier().get(0))),
        Axis.linear("cost", Unit.NUMBER),
        Axis.linear("tightest promise: measured / limit", Unit.SHARE),
        List.of(
            new Series(
                "configurations",
                Series.Shape.DOTS,
                sizing.frontier().stream()
                    .map(each -> new Series.Point(each.cost(), tightest(each), text(each)))
                    .toList())),
        List.of(Mark.at("limit", Mark.Kind.LIMIT, Mark.Along.Y, 1)),
        List.of());
  }

  private Table table() {
    return new Table(
        "The frontier, by cost",
        List.of("configuration", "cost", "measured"),
        sizing.frontier().stream()
            .map(each -> List.of(text(each), Unit.NUMBER.format(each.cost()), each.measuredText()))
            .toList());
  }
}
