package dev.fastsim.junit.engine;

/** How classes are called where their packages go without saying. */
final class ClassNames {

  private ClassNames() {}

  /** As in a file name: {@code Outer$Inner}. */
  static String binary(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }

  /** As in source code: {@code Outer.Inner}. Nested classes say in what they are nested. */
  static String nested(Class<?> type) {
    return binary(type).replace('$', '.');
  }
}
