package dev.fastsim.random;

import dev.fastsim.units.Spelling;
import java.util.Collection;
import org.apiguardian.api.API;

/**
 * A text that is not a distribution; the message says what was found, where, and what was expected.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DistributionFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final int column;

  private DistributionFormatException(String text, int column, String reason) {
    super("'%s' is not a distribution: column %d: %s".formatted(text, column, reason));
    this.text = text;
    this.column = column;
  }

  /** The whole text that was to be read. */
  public String text() {
    return text;
  }

  /** Where in the text it went wrong; the first column is 1. */
  public int column() {
    return column;
  }

  static DistributionFormatException expected(
      String text, int column, String expected, String found) {
    String what = found.isEmpty() ? "the end" : "'" + found + "'";
    return new DistributionFormatException(
        text, column, "expected " + expected + ", found " + what);
  }

  static DistributionFormatException unknownDistribution(
      String text, int column, String name, Collection<String> known) {
    return new DistributionFormatException(
        text,
        column,
        "unknown distribution '%s'%s; expected a value or one of %s"
            .formatted(name, suggestion(name, known), String.join(", ", known)));
  }

  static DistributionFormatException unknownParameter(
      String text, int column, String name, Collection<String> known, String forms) {
    return new DistributionFormatException(
        text,
        column,
        "unknown parameter '%s'%s; expected %s".formatted(name, suggestion(name, known), forms));
  }

  static DistributionFormatException duplicateParameter(String text, int column, String name) {
    return new DistributionFormatException(text, column, "parameter '" + name + "' is given twice");
  }

  static DistributionFormatException missingParameters(
      String text, int column, Collection<String> names, String forms) {
    return new DistributionFormatException(
        text, column, "missing " + String.join(" and ", names) + "; expected " + forms);
  }

  static DistributionFormatException mixedForms(
      String text, int column, Collection<String> names, String forms) {
    return new DistributionFormatException(
        text, column, String.join(" and ", names) + " do not go together; expected " + forms);
  }

  static DistributionFormatException tooManyParameters(
      String text, int column, String found, String forms) {
    return new DistributionFormatException(
        text, column, "one parameter too many, '" + found + "'; expected " + forms);
  }

  static DistributionFormatException nameNeeded(
      String text, int column, String found, String forms) {
    return new DistributionFormatException(
        text, column, "'" + found + "' needs the name of its parameter; expected " + forms);
  }

  static DistributionFormatException notADuration(String text, int column, String name) {
    return new DistributionFormatException(
        text, column, name + " draws ranks, not durations; expected a distribution of durations");
  }

  /** A value that cannot be read or is out of range, in the words of whoever found out. */
  static DistributionFormatException badValue(String text, int column, String reason) {
    return new DistributionFormatException(text, column, reason);
  }

  private static String suggestion(String name, Collection<String> known) {
    return Spelling.closest(name, known).map(word -> ", did you mean " + word + "?").orElse("");
  }
}
