package dev.fastsim.model;

import dev.fastsim.annotations.Headroom;
import dev.fastsim.model.AnnotationFinder.Found;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how much more traffic there is to be room for. */
final class HeadroomReader {

  private HeadroomReader() {}

  /** What the annotation says at a glance. */
  static OptionalDouble asWritten(Class<?> type, AnnotationFinder finder) {
    Optional<Double> min =
        finder.onClass(type, Headroom.class).map(Found::annotation).map(Headroom::min);
    return min.isPresent() ? OptionalDouble.of(min.get()) : OptionalDouble.empty();
  }

  /**
   * Reports what is wrong with it.
   *
   * @param anyPromise whether there is a promise to keep at more traffic
   */
  static void check(Class<?> type, AnnotationFinder finder, boolean anyPromise, Mistakes mistakes) {
    Mistakes.Place place = mistakes.on(type, Headroom.class);
    asWritten(type, finder)
        .ifPresent(
            min -> {
              if (!(min > 0 && Double.isFinite(min))) {
                place.refuse("min", "it must be positive and finite, but is " + min);
              } else if (!anyPromise) {
                place.refuse(
                    "there is no SLA to keep at more traffic; add one, such as @LatencySla");
              }
            });
  }
}
