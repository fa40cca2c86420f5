package dev.fastsim.simulation;

import dev.fastsim.scenario.Server;
import org.apache.commons.rng.UniformRandomProvider;

/** Picks the replica for each request. */
final class Balancing {

  private final Server.Balancer balancer;
  private final Replica[] replicas;
  private final UniformRandomProvider random;
  private int turn;

  Balancing(Server.Balancer balancer, Replica[] replicas, UniformRandomProvider random) {
    this.balancer = balancer;
    this.replicas = replicas;
    this.random = random;
  }

  int pick() {
    if (replicas.length == 1) {
      return 0;
    }
    return switch (balancer) {
      case ROUND_ROBIN -> nextTurn();
      case RANDOM -> random.nextInt(replicas.length);
      case LEAST_CONNECTIONS -> fewest();
      case POWER_OF_TWO_CHOICES -> betterOfTwo();
    };
  }

  private int nextTurn() {
    int picked = turn;
    turn = picked + 1 == replicas.length ? 0 : picked + 1;
    return picked;
  }

  private int fewest() {
    int best = nextTurn();
    int candidate = best;
    for (int i = 1; i < replicas.length; i++) {
      candidate = candidate + 1 == replicas.length ? 0 : candidate + 1;
      if (replicas[candidate].inside() < replicas[best].inside()) {
        best = candidate;
      }
    }
    return best;
  }

  private int betterOfTwo() {
    int first = random.nextInt(replicas.length);
    int second = random.nextInt(replicas.length - 1);
    second = second >= first ? second + 1 : second;
    return replicas[second].inside() < replicas[first].inside() ? second : first;
  }
}
