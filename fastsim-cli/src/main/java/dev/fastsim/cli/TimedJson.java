package dev.fastsim.cli;

import dev.fastsim.experiment.SimulationResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A result as JSON with the time it took as its last member. {@link SimulationResult#toJson} cannot
 * tell it, because it gives the same bytes for the same seed.
 */
final class TimedJson {

  private TimedJson() {}

  /** The result's members as they are, then {@code wallSeconds}, to the millisecond. */
  static String of(SimulationResult result, Duration wall) {
    String json = result.toJson();
    String members = json.substring(0, json.lastIndexOf('}')).stripTrailing();
    BigDecimal seconds = BigDecimal.valueOf(wall.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
    return members + ",\n  \"wallSeconds\" : " + seconds.toPlainString() + "\n}\n";
  }
}
