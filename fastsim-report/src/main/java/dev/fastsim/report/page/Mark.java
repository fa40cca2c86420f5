package dev.fastsim.report.page;

/**
 * A line or a stretch across a chart: a limit, a fault.
 *
 * @param text beside it
 * @param kind what it marks
 * @param along the axis that its values lie on
 * @param from where it begins
 * @param to where it ends; the same as {@code from} for a line
 */
public record Mark(String text, Kind kind, Along along, double from, double to) {

  /** What is marked. */
  public enum Kind {
    /** What must not be passed. */
    LIMIT,
    /** Something goes wrong for a while. */
    FAULT,
    /** What is worth a look. */
    NOTE
  }

  /** An axis. */
  public enum Along {
    /** The horizontal axis. */
    X,
    /** The vertical axis. */
    Y
  }

  /** A line at one place. */
  public static Mark at(String text, Kind kind, Along along, double value) {
    return new Mark(text, kind, along, value, value);
  }
}
