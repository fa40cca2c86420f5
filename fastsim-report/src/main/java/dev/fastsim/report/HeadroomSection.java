package dev.fastsim.report;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much traffic there is room for: what was measured at each multiple that was tried. */
final class HeadroomSection {

  private HeadroomSection() {}

  static Section of(Headroom headroom) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(curve(headroom));
    blocks.add(trials(headroom));
    if (!headroom.violations().isEmpty()) {
      blocks.add(new Prose(Prose.Kind.LIST, headroom.violations()));
    }
    return new Section(
        "headroom", "Headroom", "There is room for " + headroom.text() + ".", blocks);
  }

  /**
   * Each promise's value as a share of its limit, so that all of them fit on one axis and the line
   * at 100% is the limit of all.
   */
  private static Chart curve(Headroom headroom) {
    Map<String, List<Series.Point>> lines = new LinkedHashMap<>();
    for (Headroom.Trial trial : headroom.trials()) {
      for (Verdict verdict : trial.verdicts()) {
        Objective objective = verdict.objective();
        double ratio = verdict.measured().value() / objective.limit();
        if (Double.isFinite(ratio)) {
          lines
              .computeIfAbsent(name(objective), any -> new ArrayList<>())
              .add(new Series.Point(trial.factor(), objective.isFloor() ? 1 / ratio : ratio, ""));
        }
      }
    }
    List<Mark> marks = new ArrayList<>(List.of(Mark.at("limit", Mark.Kind.LIMIT, Mark.Along.Y, 1)));
    if (headroom.factor() > 0) {
      marks.add(
          Mark.at(
              "room for " + Unit.FACTOR.format(headroom.factor()),
              Mark.Kind.NOTE,
              Mark.Along.X,
              headroom.factor()));
    }
    return new Chart(
        "headroom-curve",
        "Promises against traffic",
        "What was measured at each multiple of the traffic that was tried, as a share of its limit; all is kept up to %s."
            .formatted(Unit.FACTOR.format(headroom.factor())),
        Axis.linear("traffic", Unit.FACTOR),
        Axis.log("measured / limit", Unit.SHARE),
        lines.entrySet().stream()
            .map(each -> new Series(each.getKey(), Series.Shape.LINE, each.getValue()))
            .toList(),
        marks,
        List.of());
  }

  private static String name(Objective objective) {
    return objective.subject().map(subject -> subject + " ").orElse("") + objective.text();
  }

  private static Table trials(Headroom headroom) {
    List<String> header = new ArrayList<>(List.of("traffic", "all kept"));
    List<List<String>> rows = new ArrayList<>();
    for (Headroom.Trial trial : headroom.trials()) {
      if (rows.isEmpty()) {
        trial.verdicts().forEach(verdict -> header.add(name(verdict.objective())));
      }
      List<String> row = new ArrayList<>();
      row.add(Unit.FACTOR.format(trial.factor()));
      row.add(trial.isKept() ? "yes" : "no");
      trial
          .verdicts()
          .forEach(verdict -> row.add(verdict.objective().valueText(verdict.measured().value())));
      rows.add(row);
    }
    return new Table("All that was tried", header, rows);
  }
}
