package dev.fastsim.simulation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Picks one of several by weight. One choice needs no random number. */
final class WeightedChoice {

  /** Probability of the choices up to and including each. */
  private final double[] cumulative;

  private final UniformRandomProvider random;

  WeightedChoice(double[] weights, UniformRandomProvider random) {
    this.random = random;
    double total = Arrays.stream(weights).sum();
    cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulative[i] = sum / total;
    }
  }

  /** The number of the choice. */
  int pick() {
    int last = cumulative.length - 1;
    if (last == 0) {
      return 0;
    }
    double u = random.nextDouble();
    int picked = 0;
    while (picked < last && u >= cumulative[picked]) {
      picked++;
    }
    return picked;
  }
}
