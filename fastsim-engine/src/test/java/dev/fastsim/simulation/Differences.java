package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.TimeDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;

/** In what two accounts of one run differ, in words. */
final class Differences {

  private final List<String> found = new ArrayList<>();

  void add(String difference) {
    found.add(difference);
  }

  void same(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      add(what + ": expected " + expected + ", was " + actual);
    }
  }

  /** Sums of doubles depend on the order of the summands, in their last digits. */
  void close(String what, double expected, double actual, double tolerance) {
    if (!(Math.abs(expected - actual) <= tolerance)) {
      same(what, expected, actual);
    }
  }

  void mean(String what, Level expected, double actual) {
    close(what + ", mean", expected.mean(), actual, 1e-9 * (1 + expected.max()));
  }

  void level(String what, Level expected, Level actual) {
    mean(what, expected, actual.mean());
    same(what + ", max", expected.max(), actual.max());
  }

  void times(String what, List<Long> expected, TimeDistribution actual) {
    same(what + ", count", (long) expected.size(), actual.count());
    if (!expected.isEmpty() && actual.count() > 0) {
      LongSummaryStatistics nanos = expected.stream().mapToLong(each -> each).summaryStatistics();
      close(what + ", mean", nanos.getAverage() / 1e9, actual.mean(), 1e-11 * nanos.getMax() / 1e9);
      same(what + ", min", nanos.getMin() / 1e9, actual.min());
      same(what + ", max", nanos.getMax() / 1e9, actual.max());
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
