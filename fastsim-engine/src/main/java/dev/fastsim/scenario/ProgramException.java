package dev.fastsim.scenario;

/** The program behind an endpoint failed, or did what no request can do. */
public final class ProgramException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Fails with a message that says what was found, expected and where. */
  public ProgramException(String message) {
    super(message);
  }

  /** Fails with a message and the exception the program threw. */
  public ProgramException(String message, Throwable cause) {
    super(message, cause);
  }
}
