package dev.fastsim.report;

import dev.fastsim.experiment.CostResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Table;
import dev.fastsim.scenario.Service;
import dev.fastsim.units.Dollars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it costs, all together and by service. */
final class CostSection {

  private CostSection() {}

  /** The section; empty if nothing has a price. */
  static Optional<Section> of(SimulationResult result) {
    return result.cost().map(cost -> section(result, cost));
  }

  private static Section section(SimulationResult result, CostResult cost) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("a request", cost.perRequest()));
    rows.add(row("an hour", cost.perHour()));
    rows.add(row("a month of 730 h", cost.perMonth()));
    List<List<String>> services = new ArrayList<>();
    for (Service service : result.scenario().services()) {
      services.add(
          List.of(
              service.name(),
              Machines.text(service.server()),
              Dollars.format(service.prices().perHour(service).doubleValue())));
    }
    return new Section(
        "cost",
        "Cost",
        "By the prices of the model; machines cost the same whether they are busy or not.",
        List.of(
            new Table("Cost of", List.of("", "cost", "95% interval"), rows),
            new Table(
                "Machines by service", List.of("service", "machines", "cost an hour"), services)));
  }

  private static List<String> row(String what, Estimate estimate) {
    return List.of(
        what,
        Dollars.format(estimate.value()),
        estimate.intervalText(Dollars::format).map(text -> text.replace("95% CI ", "")).orElse(""));
  }
}
