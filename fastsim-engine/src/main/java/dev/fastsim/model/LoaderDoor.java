package dev.fastsim.model;

import java.lang.invoke.MethodHandles;

/**
 * Lets the engine into the unnamed module of a {@link ModelClassLoader}, which defines a copy of
 * this class for it. A lookup from the engine's own module would be let in too, but not be trusted
 * enough to make lambdas there.
 */
final class LoaderDoor {

  private LoaderDoor() {}

  /** The right to do what classes of this loader may do. */
  static MethodHandles.Lookup lookup() {
    return MethodHandles.lookup();
  }
}
