package dev.fastsim.cli;

/** How a command ended, for the shell. */
final class ExitCode {

  /** All went well. */
  static final int DONE = 0;

  /** A promise of the file is broken, or, if that is to count as such, cannot be decided. */
  static final int BREACHED = 1;

  /** The command line or a file is wrong, or a file cannot be read or written. */
  static final int INVALID_INPUT = 2;

  /** A fault of FastSim. */
  static final int FAULT = 3;

  /** No promise is broken, but one cannot be decided. */
  static final int UNDECIDED = 4;

  private ExitCode() {}
}
