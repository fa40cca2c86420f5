package dev.fastsim.cli;

import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.yaml.InvalidFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells wrong input, which is explained in words, from faults of FastSim, which are shown with all
 * that helps to find them.
 */
final class Failures
    implements IParameterExceptionHandler, IExecutionExceptionHandler, IExecutionStrategy {

  /** Their messages are written for the author of the file. */
  private static final List<Class<? extends Exception>> INPUT =
      List.of(
          InvalidFileException.class,
          InvalidScenarioException.class,
          SimulationException.class,
          ProgramException.class,
          WrongInputException.class);

  private final BooleanSupplier debug;

  Failures(BooleanSupplier debug) {
    this.debug = debug;
  }

  /** Runs the command that was asked for; errors of the JVM are faults, too. */
  @Override
  public int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (ExecutionException | ParameterException e) {
      throw e;
    } catch (Throwable e) {
      return fault(e, parsed.commandSpec().commandLine().getErr());
    }
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("fastsim: " + mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.printf("'%s --help' shows what there is.%n", command.getCommandSpec().qualifiedName());
    showTrace(mistake, err);
    return ExitCode.INVALID_INPUT;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    Optional<String> explanation = explain(failure);
    if (explanation.isEmpty()) {
      return fault(failure, err);
    }
    err.println("fastsim: " + explanation.get());
    showTrace(failure, err);
    return ExitCode.INVALID_INPUT;
  }

  /** What is wrong with the input; empty if the failure is not its fault. */
  static Optional<String> explain(Exception failure) {
    if (failure instanceof UncheckedIOException && failure.getCause() instanceof IOException io) {
      return explain(io);
    } else if (failure instanceof FileSystemException file) {
      return Optional.of(file.getFile() + ": " + reason(file));
    } else if (failure instanceof IOException || INPUT.contains(failure.getClass())) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
    return Optional.empty();
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or directory";
    } else if (failure instanceof AccessDeniedException) {
      return "permission denied";
    } else if (failure instanceof FileAlreadyExistsException) {
      return "is there already, and is not a directory";
    } else if (failure instanceof NotDirectoryException) {
      return "is not a directory";
    }
    return Optional.ofNullable(failure.getReason()).orElse("cannot be read or written");
  }

  private int fault(Throwable failure, PrintWriter err) {
    err.println("fastsim: this is a fault of FastSim and not of your input.");
    err.println("Please report it with your file, the command line, and what follows.");
    err.printf(
        "%s, %s %s%n",
        Version.text(), System.getProperty("os.name"), System.getProperty("os.arch"));
    failure.printStackTrace(err);
    return ExitCode.FAULT;
  }

  private void showTrace(Exception failure, PrintWriter err) {
    if (debug.getAsBoolean()) {
      failure.printStackTrace(err);
    }
  }
}
