package dev.fastsim.cli;

import dev.fastsim.capacity.Choice;
import dev.fastsim.capacity.Configuration;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.report.Report;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.units.Counts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim size}: the cheapest machines that keep the SLAs. */
@Command(
    name = "size",
    description = {
      "Finds the cheapest machines with which every SLA of a file is kept.",
      "It shows all configurations that keep the SLAs and have nothing to spare, by cost."
    },
    exitCodeList = {
      "0:done",
      "1:no configuration keeps the SLAs",
      "2:the command line or a file is wrong",
      "3:a fault of FastSim"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SizeCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Mixin private ScenarioOptions options;

  @Mixin private ReportFiles reports;

  @Mixin private ResourceOptions resources;

  @ArgGroup(
      exclusive = false,
      heading = "%nPrices in dollars an hour; without any, those of the file:%n")
  private @Nullable PriceOptions prices;

  SizeCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = options.load(file, loader, spec);
    Sizing sizing = sizing(scenario);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s of %s combinations simulated"
            .formatted(Counts.format(sizing.simulated()), Counts.format(sizing.combinations())));
    if (sizing.frontier().isEmpty()) {
      out.println("no configuration keeps every SLA");
    }
    for (Configuration configuration : sizing.frontier()) {
      out.println("  " + configuration.costText(scenario));
    }
    sizing.violations().forEach(text -> out.println("odd: " + text));
    reports.write(() -> Report.of(sizing));
    return sizing.frontier().isEmpty() ? ExitCode.BREACHED : ExitCode.DONE;
  }

  private Sizing sizing(Scenario scenario) {
    List<ParameterValues> values = resources.values(scenario);
    try {
      List<Choice> choices =
          values.stream().map(each -> new Choice(each.parameter(), each.values())).toList();
      return prices == null
          ? Sizing.of(scenario, choices, () -> false)
          : Sizing.of(scenario, choices, prices.prices(), () -> false);
    } catch (IllegalArgumentException refused) {
      throw new WrongInputException(String.valueOf(refused.getMessage()));
    }
  }
}
