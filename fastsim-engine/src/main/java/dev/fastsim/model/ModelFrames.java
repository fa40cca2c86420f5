package dev.fastsim.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the lines of model code in a stack trace, past those of libraries and of FastSim. */
final class ModelFrames {

  private final OwnClasses own;

  ModelFrames(OwnClasses own) {
    this.own = own;
  }

  /** Where it was thrown, for the end of a sentence: {@code ", in Shop.buy (Shop.java:12)"}. */
  String placeOf(Throwable thrown) {
    return frames(thrown).findFirst().map(frame -> ", in " + text(frame)).orElse("");
  }

  /** The code that is running: {@code Shop.buy (Shop.java:12)}. */
  String here() {
    return frames(new Throwable()).findFirst().map(ModelFrames::text).orElse("a library");
  }

  /** The constructor or static initialiser that is running, or else the code that is. */
  String initialiserHere() {
    Optional<StackTraceElement> initialiser =
        frames(new Throwable()).filter(frame -> frame.getMethodName().startsWith("<")).findFirst();
    return initialiser.map(ModelFrames::text).orElseGet(this::here);
  }

  private Stream<StackTraceElement> frames(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> own.contains(frame.getClassName()));
  }

  private static String text(StackTraceElement frame) {
    String owner = ClassName.of(frame.getClassName());
    String code =
        switch (frame.getMethodName()) {
          case "<init>" -> "the constructor of " + owner;
          case "<clinit>" -> "the static initialiser of " + owner;
          default -> owner + "." + frame.getMethodName();
        };
    return frame.getFileName() == null
        ? code
        : "%s (%s:%d)".formatted(code, frame.getFileName(), frame.getLineNumber());
  }
}
