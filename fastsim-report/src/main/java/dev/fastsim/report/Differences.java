package dev.fastsim.report;

import dev.fastsim.experiment.Difference;
import dev.fastsim.scenario.Objective;

/** Differences in few words. */
final class Differences {

  private Differences() {}

  /** The value after, and by how much it differs if that is certain: {@code 125 ms (+36.3 ms)}. */
  static String cell(Difference difference) {
    Objective any = new Objective(difference.metric(), 0);
    String after = any.valueText(difference.after().value());
    return difference.isCertain() ? "%s (%s)".formatted(after, signed(difference)) : after;
  }

  /** The change with its sign; "none for certain" where the interval leaves room for none. */
  static String signed(Difference difference) {
    double change = difference.change().value();
    String amount = new Objective(difference.metric(), 0).valueText(Math.abs(change));
    return (change < 0 ? "-" : "+") + amount;
  }
}
