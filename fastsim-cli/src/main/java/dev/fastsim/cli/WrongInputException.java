package dev.fastsim.cli;

/** Something that was asked for cannot be done, for a reason the message explains. */
final class WrongInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongInputException(String message) {
    super(message);
  }
}
