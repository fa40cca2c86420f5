package dev.fastsim.cli;

import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.SettingFormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that change what a file says before it is simulated. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ScenarioOptions {

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Another value than the file's, such as services.shop.cores=4 or"
              + " 'slas[0].latency.p95=80 ms'; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Mixin private RunPlanOptions plan;

  /**
   * The scenario of a file with these options; its warnings are printed.
   *
   * @throws ParameterException if the options are wrong
   */
  Scenario load(Path file, ScenarioLoader loader, CommandSpec spec) {
    return loadFile(file, loader, spec).scenario();
  }

  /** As {@link #load}, with what else the file says. */
  LoadedScenario loadFile(Path file, ScenarioLoader loader, CommandSpec spec) {
    try {
      LoadedScenario loaded = loader.load(file, settings);
      Warnings.print(loaded.warnings(), spec.commandLine().getErr());
      return loaded.withScenario(withRuns(loaded.scenario(), loaded.scenario().runs(), spec));
    } catch (SettingFormatException e) {
      throw new ParameterException(spec.commandLine(), "option '--set': " + e.getMessage(), e);
    }
  }

  /** A scenario with these options applied to a run plan. */
  Scenario withRuns(Scenario scenario, RunPlan runs, CommandSpec spec) {
    try {
      return scenario.withRuns(plan.applyTo(runs));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
