package dev.fastsim.simulation;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A number picked by weight; nothing is drawn where there is only one. */
record ReferenceChoice(List<Double> weights, UniformRandomProvider choices) {

  int draw() {
    if (weights.size() == 1) {
      return 0;
    }
    double total = weights.stream().mapToDouble(weight -> weight).sum();
    double u = choices.nextDouble();
    double sum = 0;
    for (int i = 0; i < weights.size() - 1; i++) {
      sum += weights.get(i);
      if (u < sum / total) {
        return i;
      }
    }
    return weights.size() - 1;
  }
}
