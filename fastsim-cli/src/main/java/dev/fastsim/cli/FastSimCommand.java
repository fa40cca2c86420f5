package dev.fastsim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code fastsim}: its commands, and what they have in common. */
@Command(
    name = "fastsim",
    description = "Simulates a service described in a file, and says whether it keeps its SLAs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an SLA of the file is breached, or cannot be shown to be kept",
      "2:the command line or a file is wrong",
      "3:a fault of FastSim",
      "4:no SLA is breached, but one cannot be decided (run --inconclusive abort)"
    })
final class FastSimCommand {

  @Option(
      names = "--debug",
      description = "Show the stack trace of any failure.",
      scope = ScopeType.INHERIT)
  private boolean debug;

  private FastSimCommand() {}

  /** The command and its subcommands, ready to be executed. */
  static CommandLine commandLine(ScenarioLoader loader) {
    FastSimCommand fastsim = new FastSimCommand();
    CommandLine commandLine = new CommandLine(fastsim);
    commandLine.addSubcommand(new RunCommand(loader));
    commandLine.addSubcommand(new TimelineCommand(loader));
    commandLine.addSubcommand(new CompareCommand(loader));
    commandLine.addSubcommand(new HeadroomCommand(loader));
    commandLine.addSubcommand(new SizeCommand(loader));
    commandLine.addSubcommand(new SweepCommand(loader));
    commandLine.addSubcommand(new ValidateCommand(loader));
    commandLine.addSubcommand(new ConvertCommand(loader));
    commandLine.addSubcommand(new SchemaCommand());
    commandLine.addSubcommand(new InitCommand());
    Failures failures = new Failures(() -> fastsim.debug);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(failures);
  }
}
