package dev.fastsim.cli;

import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim init}: writes a file to begin with. */
@Command(name = "init", description = "Writes a commented scenario to begin with.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "scenario.yml",
      description = "The file to write; ${DEFAULT-VALUE} if left out.")
  private Path file;

  @Option(names = "--force", description = "Overwrite the file if it is there.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    try {
      if (force) {
        Files.writeString(file, ScenarioText.starter());
      } else {
        Files.writeString(file, ScenarioText.starter(), StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException e) {
      throw new WrongInputException(file + " is there already; --force overwrites it");
    }
    spec.commandLine().getOut().printf("Wrote %s. Try: fastsim run %s%n", file, file);
    return ExitCode.DONE;
  }
}
