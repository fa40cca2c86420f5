package dev.fastsim.model;

/** Class names as people write them: without the package, {@code Outer.Inner}. */
final class ClassName {

  private ClassName() {}

  static String of(Class<?> type) {
    return of(type.getName());
  }

  /** The short form of a binary name such as {@code a.b.Outer$Inner}. */
  static String of(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
  }
}
