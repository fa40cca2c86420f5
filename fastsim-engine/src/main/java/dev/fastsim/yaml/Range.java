package dev.fastsim.yaml;

import dev.fastsim.units.Decimals;

/**
 * A range of numbers.
 *
 * @param least the lower end
 * @param included whether the lower end is in the range
 * @param most the upper end, which is in the range; infinite for none
 */
record Range(double least, boolean included, double most) {

  static Range above(double least) {
    return new Range(least, false, Double.POSITIVE_INFINITY);
  }

  static Range atLeast(double least) {
    return new Range(least, true, Double.POSITIVE_INFINITY);
  }

  /** The same range with an upper end. */
  Range upTo(double end) {
    return new Range(least, included, end);
  }

  boolean contains(double number) {
    return (included ? number >= least : number > least) && number <= most;
  }

  /** In words: {@code from 0 to 1}, {@code above 0}. */
  @Override
  public String toString() {
    String low = Decimals.exact(least);
    if (most == Double.POSITIVE_INFINITY) {
      return (included ? "of at least " : "above ") + low;
    }
    String high = Decimals.exact(most);
    return included ? "from " + low + " to " + high : "above " + low + " and at most " + high;
  }
}
