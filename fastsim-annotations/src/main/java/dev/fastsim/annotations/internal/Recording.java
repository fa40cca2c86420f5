package dev.fastsim.annotations.internal;

import org.jspecify.annotations.Nullable;

/**
 * Holds the recorder of the class loader it was loaded by. Woven code calls {@link #step} and
 * {@link #loop}; the copy in the application's own class loader never has a recorder.
 */
public final class Recording {

  private static @Nullable Recorder recorder;

  private Recording() {}

  /** Sets or, with {@code null}, clears the recorder. Called reflectively by the engine. */
  public static void use(@Nullable Recorder next) {
    recorder = next;
  }

  /** A step method was entered. */
  public static void step(int step) {
    Recorder current = recorder;
    if (current != null) {
      current.step(step);
    }
  }

  /** A loop jumped back. */
  public static void loop() {
    Recorder current = recorder;
    if (current != null) {
      current.loop();
    }
  }

  /**
   * The recorder in use.
   *
   * @param caller named in the error
   * @throws IllegalStateException outside the body of a simulated endpoint
   */
  public static Recorder current(String caller) {
    Recorder current = recorder;
    if (current == null) {
      throw new IllegalStateException(
          caller
              + " was called outside of an endpoint that is being simulated; call it from the body"
              + " of an @Endpoint method, and run the class with FastSim");
    }
    return current;
  }
}
