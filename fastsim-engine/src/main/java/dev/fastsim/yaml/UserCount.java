package dev.fastsim.yaml;

import dev.fastsim.scenario.Workload.Users.Count;
import java.util.Optional;

/** The words for how a number of users varies. */
enum UserCount {
  CONSTANT,
  POISSON,
  NORMAL;

  static UserCount of(Count count) {
    if (count instanceof Count.Constant) {
      return CONSTANT;
    } else if (count instanceof Count.Poisson) {
      return POISSON;
    } else if (count instanceof Count.Normal) {
      return NORMAL;
    }
    throw new AssertionError(count);
  }

  static Optional<Double> sd(Count count) {
    return count instanceof Count.Normal normal ? Optional.of(normal.sd()) : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if there is a standard deviation and it needs none, or the
   *     other way round
   */
  Count withSd(Optional<Double> sd) {
    boolean needed = this == NORMAL;
    if (needed != sd.isPresent()) {
      throw new IllegalArgumentException(
          needed
              ? "userCount normal needs a userSd"
              : "userSd goes with userCount normal only, which is not given");
    }
    return switch (this) {
      case CONSTANT -> new Count.Constant();
      case POISSON -> new Count.Poisson();
      case NORMAL -> new Count.Normal(sd.orElseThrow());
    };
  }
}
