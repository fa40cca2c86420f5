package dev.fastsim.yaml;

import dev.fastsim.scenario.Workload.Users.Count;
import java.util.Optional;

/** The words for how a number of users varies. */
enum UserCount {
  CONSTANT,
  POISSON,
  NORMAL,
  RECTIFIED_NORMAL;

  static UserCount of(Count count) {
    if (count instanceof Count.Constant) {
      return CONSTANT;
    } else if (count instanceof Count.Poisson) {
      return POISSON;
    } else if (count instanceof Count.Normal) {
      return NORMAL;
    } else if (count instanceof Count.RectifiedNormal) {
      return RECTIFIED_NORMAL;
    }
    throw new AssertionError(count);
  }

  static Optional<Double> sd(Count count) {
    if (count instanceof Count.Normal normal) {
      return Optional.of(normal.sd());
    }
    return count instanceof Count.RectifiedNormal rectified
        ? Optional.of(rectified.sd())
        : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if there is a standard deviation and it needs none, or the
   *     other way round
   */
  Count withSd(Optional<Double> sd) {
    boolean needed = this == NORMAL || this == RECTIFIED_NORMAL;
    if (needed != sd.isPresent()) {
      throw new IllegalArgumentException(
          needed
              ? "userCount %s needs a userSd".formatted(Scalars.word(this))
              : "userSd goes with userCount normal or rectified_normal only");
    }
    return switch (this) {
      case CONSTANT -> new Count.Constant();
      case POISSON -> new Count.Poisson();
      case NORMAL -> new Count.Normal(sd.orElseThrow());
      case RECTIFIED_NORMAL -> new Count.RectifiedNormal(sd.orElseThrow());
    };
  }
}
