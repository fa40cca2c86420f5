package dev.fastsim.cli;

import dev.fastsim.yaml.LoadedScenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim validate}: reads files without simulating them. */
@Command(
    name = "validate",
    description = "Says whether files can be simulated, and all that is wrong.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ValidateCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenarios, as YAML.")
  private List<Path> files;

  ValidateCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws Exception {
    boolean valid = true;
    for (Path file : files) {
      valid &= validate(file);
    }
    return valid ? ExitCode.DONE : ExitCode.INVALID_INPUT;
  }

  private boolean validate(Path file) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    try {
      LoadedScenario loaded = loader.load(file);
      Warnings.print(loaded.warnings(), err);
      spec.commandLine().getOut().println(file + ": valid");
      return true;
    } catch (Exception e) {
      Optional<String> explanation = Failures.explain(e);
      if (explanation.isEmpty()) {
        throw e;
      }
      err.println(explanation.get());
      return false;
    }
  }
}
