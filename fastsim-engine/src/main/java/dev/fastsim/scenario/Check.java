package dev.fastsim.scenario;

/** The one way a record refuses a value. */
final class Check {

  private Check() {}

  /** Throws {@link IllegalArgumentException} with the formatted message unless the rule holds. */
  static void that(boolean rule, String message, Object... found) {
    if (!rule) {
      throw new IllegalArgumentException(message.formatted(found));
    }
  }

  /** Refuses names that would be unreadable in results. */
  static void name(String kind, String name) {
    that(!name.isBlank(), "the name of %s must not be blank", kind);
  }
}
