package dev.fastsim.cli;

import dev.fastsim.yaml.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fastsim schema}: what editors complete and check scenario files by. */
@Command(name = "schema", description = "Prints the JSON Schema of FastSim's YAML, for editors.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ScenarioSchema.json());
    return ExitCode.DONE;
  }
}
