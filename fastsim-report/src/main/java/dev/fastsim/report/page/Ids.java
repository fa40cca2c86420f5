package dev.fastsim.report.page;

/** Identifiers that may stand in HTML and in links as they are. */
final class Ids {

  private Ids() {}

  /**
   * Checks an identifier.
   *
   * @throws IllegalArgumentException if it has characters beside letters, digits and hyphens
   */
  static void require(String id) {
    if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "an id begins with a letter and goes on in letters, digits and hyphens, but is '%s'"
              .formatted(id));
    }
  }
}
