package dev.fastsim.capacity;

import dev.fastsim.scenario.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** All combinations of choices. A point of it is a list of positions, one in each choice. */
final class Grid {

  private final List<Choice> choices;
  private final long combinations;

  /** The choice with most values, along which borders are bisected. */
  private final int longest;

  Grid(List<Choice> choices) {
    this.choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to choose; give values for something");
    }
    Set<Object> parameters = new HashSet<>();
    double product = 1;
    int most = 0;
    for (int i = 0; i < choices.size(); i++) {
      if (!parameters.add(choices.get(i).parameter())) {
        throw new IllegalArgumentException(
            "there are two choices of " + choices.get(i).parameter().text());
      }
      product *= size(i);
      most = size(i) > size(most) ? i : most;
    }
    if (product > Sizing.MOST) {
      throw new IllegalArgumentException(
          "there are %.0f combinations; at most %d can be looked at"
              .formatted(product, Sizing.MOST));
    }
    this.combinations = (long) product;
    this.longest = most;
  }

  private int size(int choice) {
    return choices.get(choice).values().size();
  }

  long combinations() {
    return combinations;
  }

  int longest() {
    return longest;
  }

  int lengthOfLongest() {
    return size(longest);
  }

  /** The most of everything. */
  List<Integer> top() {
    return IntStream.range(0, choices.size()).mapToObj(i -> size(i) - 1).toList();
  }

  /** The first point of every line along the longest choice, none before one that is below it. */
  List<List<Integer>> lines() {
    List<List<Integer>> lines = List.of(List.of());
    for (int choice = 0; choice < choices.size(); choice++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> line : lines) {
        for (int i = 0; i < (choice == longest ? 1 : size(choice)); i++) {
          List<Integer> next = new ArrayList<>(line);
          next.add(i);
          longer.add(next);
        }
      }
      lines = longer;
    }
    return lines;
  }

  /** The points with one step more of one thing. */
  List<List<Integer>> above(List<Integer> point) {
    return IntStream.range(0, choices.size())
        .filter(choice -> point.get(choice) + 1 < size(choice))
        .mapToObj(choice -> with(point, choice, point.get(choice) + 1))
        .toList();
  }

  static List<Integer> with(List<Integer> point, int choice, int position) {
    List<Integer> other = new ArrayList<>(point);
    other.set(choice, position);
    return other;
  }

  /** Whether there is no more of anything at one point than at another. */
  static boolean isBelow(List<Integer> point, List<Integer> other) {
    return IntStream.range(0, point.size()).allMatch(i -> point.get(i) <= other.get(i));
  }

  List<Change.Setting> settings(List<Integer> point) {
    return IntStream.range(0, choices.size())
        .mapToObj(
            i ->
                new Change.Setting(
                    choices.get(i).parameter(), choices.get(i).values().get(point.get(i))))
        .toList();
  }
}
