package dev.fastsim.simulation;

import dev.fastsim.scenario.BalancingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Targets in turn. Those that are down are out of it and come back last.
 *
 * @param <T> what is picked
 */
final class ReferenceRotation<T> {

  final BalancingPolicy policy;
  private final ToIntFunction<T> requests;
  private final UniformRandomProvider choices;
  private final List<T> up;
  private final int targets;

  /** Whether there was a choice between all targets; between fewer. */
  boolean choseAmongAll;

  boolean choseAmongSome;

  ReferenceRotation(
      BalancingPolicy policy,
      List<T> targets,
      ToIntFunction<T> requests,
      UniformRandomProvider choices) {
    this.policy = policy;
    this.requests = requests;
    this.choices = choices;
    this.up = new ArrayList<>(targets);
    this.targets = targets.size();
  }

  boolean isEmpty() {
    return up.isEmpty();
  }

  void takeOut(T target) {
    up.remove(target);
  }

  void putBack(T target) {
    if (!up.contains(target)) {
      up.add(target);
    }
  }

  /** Nothing is drawn where there is no choice. */
  T pick() {
    if (up.size() == 1) {
      return up.get(0);
    }
    choseAmongAll |= up.size() == targets;
    choseAmongSome |= up.size() < targets;
    return switch (policy) {
      case ROUND_ROBIN -> nextInTurn();
      case RANDOM -> up.get(choices.nextInt(up.size()));
      case LEAST_CONNECTIONS -> {
        T fewest = up.stream().min(Comparator.comparingInt(requests)).orElseThrow();
        nextInTurn();
        yield fewest;
      }
      case POWER_OF_TWO_CHOICES -> {
        List<T> left = new ArrayList<>(up);
        T first = left.remove(choices.nextInt(left.size()));
        T second = left.get(choices.nextInt(left.size()));
        yield requests.applyAsInt(second) < requests.applyAsInt(first) ? second : first;
      }
      case FEWEST_IN_TRANSIT -> up.stream().min(Comparator.comparingInt(requests)).orElseThrow();
    };
  }

  private T nextInTurn() {
    T first = up.remove(0);
    up.add(first);
    return first;
  }
}
