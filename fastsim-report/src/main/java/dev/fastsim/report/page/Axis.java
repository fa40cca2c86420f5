package dev.fastsim.report.page;

import java.util.List;

/**
 * One direction of a chart.
 *
 * @param title what it shows
 * @param unit of its numbers
 * @param scale how numbers become places
 * @param categories the names at 0, 1, 2 and so on, if the scale is {@link Scale#CATEGORIES}
 */
public record Axis(String title, Unit unit, Scale scale, List<String> categories) {

  /** How numbers become places. */
  public enum Scale {
    /** Equal steps for equal differences. */
    LINEAR,
    /** Equal steps for equal factors; numbers must be positive. */
    LOG,
    /**
     * A share of all, 0 to below 1, such that each nine takes an equal step: 0%, 90%, 99%, 99.9%.
     */
    NINES,
    /** Numbers are positions of names. */
    CATEGORIES
  }

  public Axis {
    categories = List.copyOf(categories);
  }

  /** An axis of equal steps. */
  public static Axis linear(String title, Unit unit) {
    return new Axis(title, unit, Scale.LINEAR, List.of());
  }

  /** A logarithmic axis. */
  public static Axis log(String title, Unit unit) {
    return new Axis(title, unit, Scale.LOG, List.of());
  }

  /** An axis of percentiles. */
  public static Axis nines(String title) {
    return new Axis(title, Unit.SHARE, Scale.NINES, List.of());
  }

  /** An axis of names. */
  public static Axis categories(String title, List<String> categories) {
    return new Axis(title, Unit.NUMBER, Scale.CATEGORIES, categories);
  }

  /** A place on the axis, in words. */
  public String format(double value) {
    return scale == Scale.CATEGORIES ? categories.get((int) value) : unit.format(value);
  }
}
