package dev.fastsim.cli;

/** How a command ended, for the shell. */
final class ExitCode {

  /** All went well. */
  static final int DONE = 0;

  /** A promise of the file is not kept, or cannot be shown to be. */
  static final int BREACHED = 1;

  /** The command line or a file is wrong, or a file cannot be read or written. */
  static final int INVALID_INPUT = 2;

  /** A fault of FastSim. */
  static final int FAULT = 3;

  private ExitCode() {}
}
