package dev.fastsim.yaml;

import java.util.Comparator;

/**
 * A place in a file; both numbers start at 1.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters; 0 for the file as a whole
 */
record YamlMark(int line, int column) implements Comparable<YamlMark> {

  /** Not a place in the file but the file itself, say one that does not exist. */
  static final YamlMark WHOLE_FILE = new YamlMark(0, 0);

  private static final Comparator<YamlMark> ORDER =
      Comparator.comparingInt(YamlMark::line).thenComparingInt(YamlMark::column);

  @Override
  public int compareTo(YamlMark other) {
    return ORDER.compare(this, other);
  }
}
