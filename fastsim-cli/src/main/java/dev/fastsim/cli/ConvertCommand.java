package dev.fastsim.cli;

import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim convert}: says the same scenario in FastSim's own YAML. */
@Command(name = "convert", description = "Translates a file of AsyncFlow into FastSim's own YAML.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ConvertCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; standard output if left out.")
  private @Nullable Path output;

  ConvertCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = loader.load(file);
    Warnings.print(loaded.warnings(), spec.commandLine().getErr());
    String text = text(loaded);
    if (output == null) {
      spec.commandLine().getOut().print(text);
    } else {
      Files.writeString(output, text);
    }
    return ExitCode.DONE;
  }

  private String text(LoadedScenario loaded) {
    try {
      return ScenarioText.of(loaded.scenario());
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("%s cannot be converted: %s".formatted(file, e.getMessage()));
    }
  }
}
