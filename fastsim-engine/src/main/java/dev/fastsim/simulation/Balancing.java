package dev.fastsim.simulation;

import dev.fastsim.scenario.BalancingPolicy;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** Picks one of several targets for each request. Targets may leave and come back. */
final class Balancing {

  private final BalancingPolicy policy;

  /** From a target's number to what the policy counts. */
  private final IntUnaryOperator load;

  private final UniformRandomProvider random;

  /** The targets to choose from, in turn. */
  private final int[] members;

  private int count;
  private int turn;

  Balancing(
      BalancingPolicy policy, int targets, IntUnaryOperator load, UniformRandomProvider random) {
    this.policy = policy;
    this.load = load;
    this.random = random;
    this.members = new int[targets];
    for (int i = 0; i < targets; i++) {
      members[i] = i;
    }
    this.count = targets;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The target for a request; there must be one. */
  int pick() {
    if (count == 1) {
      return members[0];
    }
    return switch (policy) {
      case ROUND_ROBIN -> members[nextTurn()];
      case RANDOM -> members[random.nextInt(count)];
      case LEAST_CONNECTIONS -> fewestFrom(nextTurn());
      case POWER_OF_TWO_CHOICES -> betterOfTwo();
      case FEWEST_IN_TRANSIT -> fewestFrom(0);
    };
  }

  private int nextTurn() {
    int picked = turn;
    turn = picked + 1 == count ? 0 : picked + 1;
    return picked;
  }

  private int fewestFrom(int first) {
    int best = members[first];
    int fewest = load.applyAsInt(best);
    int candidate = first;
    for (int i = 1; i < count; i++) {
      candidate = candidate + 1 == count ? 0 : candidate + 1;
      int its = load.applyAsInt(members[candidate]);
      if (its < fewest) {
        best = members[candidate];
        fewest = its;
      }
    }
    return best;
  }

  private int betterOfTwo() {
    int first = random.nextInt(count);
    int second = random.nextInt(count - 1);
    second = second >= first ? second + 1 : second;
    boolean isBetter = load.applyAsInt(members[second]) < load.applyAsInt(members[first]);
    return members[isBetter ? second : first];
  }

  /** Takes a target out, or lets it come back last in turn; does nothing if it is so already. */
  void setMember(int target, boolean member) {
    int at = indexOf(target);
    if (at >= 0 && !member) {
      System.arraycopy(members, at + 1, members, at, count - at - 1);
      count--;
      turn = at < turn ? turn - 1 : turn;
      turn = turn == count ? 0 : turn;
    } else if (at < 0 && member) {
      int last = turn == 0 ? count : turn;
      System.arraycopy(members, last, members, last + 1, count - last);
      members[last] = target;
      count++;
      turn = turn == 0 ? 0 : turn + 1;
    }
  }

  private int indexOf(int target) {
    for (int i = 0; i < count; i++) {
      if (members[i] == target) {
        return i;
      }
    }
    return -1;
  }
}
