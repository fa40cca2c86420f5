package dev.fastsim.model;

/**
 * Why model code failed.
 *
 * @param text for a message
 * @param cause what was thrown
 */
record Failure(String text, Throwable cause) {

  /**
   * Puts what was thrown into words.
   *
   * @param code what was running: "its body"
   */
  static Failure of(String code, Throwable thrown, ModelFrames frames) {
    if (thrown instanceof BodyStopped) {
      return new Failure(String.valueOf(thrown.getMessage()), thrown);
    }
    if (thrown instanceof StackOverflowError) {
      return new Failure(
          "never ends: it calls itself without end" + frames.placeOf(thrown), thrown);
    }
    if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
      return of("a static initialiser", thrown.getCause(), frames);
    }
    return new Failure("%s threw %s%s".formatted(code, thrown, frames.placeOf(thrown)), thrown);
  }
}
