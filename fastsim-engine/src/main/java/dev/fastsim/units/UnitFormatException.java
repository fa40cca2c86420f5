package dev.fastsim.units;

import org.apiguardian.api.API;

/**
 * A text that is not the quantity it should be; the message says what was found, what was expected
 * and an example.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class UnitFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private UnitFormatException(String message) {
    super(message);
  }

  /**
   * @param text the text as found
   * @param kind what it should have been, with its article: "a duration"
   * @param reason what is wrong with it
   * @param expected what would have been right
   * @param example one text that is right
   */
  static UnitFormatException notA(
      String kind, String text, String reason, String expected, String example) {
    return new UnitFormatException(
        "'%s' is not %s: %s; expected %s, e.g. \"%s\""
            .formatted(text, kind, reason, expected, example));
  }
}
