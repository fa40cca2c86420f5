package dev.fastsim.report;

import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Difference;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Status;
import dev.fastsim.report.page.Table;
import dev.fastsim.scenario.Objective;
import java.util.ArrayList;
import java.util.List;

/** The page of a comparison: every difference with its interval, and both results side by side. */
final class ComparisonPage {

  private ComparisonPage() {}

  static Page of(Comparison comparison) {
    String before = comparison.before().scenario().name();
    String after = comparison.after().scenario().name();
    boolean alike = before.equals(after);
    List<String> names =
        List.of(alike ? before + " (before)" : before, alike ? after + " (after)" : after);
    long certain = comparison.differences().stream().filter(Difference::isCertain).count();
    return new Page(
        after + " against " + before,
        RunReport.subtitle(comparison.after()),
        Status.NEUTRAL,
        certain == 0
            ? "No certain difference"
            : "%d of %d metrics differ for certain"
                .formatted(certain, comparison.differences().size()),
        List.of(
            new Section(
                "differences",
                "Differences",
                "Both met the same arrivals and the same luck, replication by replication.",
                List.of(
                    WhatIfSection.latencies(
                        "latencies",
                        "Latency of both",
                        names,
                        List.of(comparison.before(), comparison.after())),
                    table(comparison))),
            TopologyDiagram.section("before", names.get(0), comparison.before()),
            TopologyDiagram.section("after", names.get(1), comparison.after())));
  }

  private static Table table(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      if (!difference.change().isUnknown()) {
        Objective any = new Objective(difference.metric(), 0);
        rows.add(
            List.of(
                difference.name(),
                any.valueText(difference.before().value()),
                any.valueText(difference.after().value()),
                Differences.signed(difference),
                interval(difference, any),
                difference.isCertain() ? "certain" : "may be none"));
      }
    }
    return new Table(
        "Every metric",
        List.of("metric", "before", "after", "change", "95% interval of the change", ""),
        rows);
  }

  private static String interval(Difference difference, Objective any) {
    double low = difference.change().low();
    double high = difference.change().high();
    return Double.isFinite(low) && low != high
        ? "%s .. %s".formatted(signed(low, any), signed(high, any))
        : "";
  }

  private static String signed(double value, Objective any) {
    return (value < 0 ? "-" : "+") + any.valueText(Math.abs(value));
  }
}
