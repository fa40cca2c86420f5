package dev.fastsim.cli;

import dev.fastsim.yaml.ScenarioFile;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the JVM with its {@link ExitCode}. */
  public static void main(String[] args) {
    PrintWriter out = utf8(System.out);
    PrintWriter err = utf8(System.err);
    CommandLine fastsim = FastSimCommand.commandLine(ScenarioFile::load).setOut(out).setErr(err);
    int exitCode = fastsim.execute(args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** What is printed has the same bytes on every system. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
