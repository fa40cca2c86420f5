package dev.fastsim.cli;

import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.RegressionVerdict;
import java.util.List;

/** What became worse than a baseline, as text. */
final class RegressionsText {

  private RegressionsText() {}

  /**
   * Prints the verdicts beside a baseline; lines end in a line feed.
   *
   * @param brokenOnly leaves out what is not worse
   */
  static String of(
      List<RegressionVerdict> verdicts,
      Baseline baseline,
      SimulationResult result,
      boolean brokenOnly) {
    StringBuilder text = new StringBuilder();
    if (!brokenOnly) {
      text.append("\nagainst baseline %s: ".formatted(baseline.file()))
          .append(verdicts.get(0).runsText(baseline, result))
          .append('\n');
    }
    for (RegressionVerdict verdict : verdicts) {
      if (verdict.decision() != Decision.PASS || !brokenOnly) {
        text.append(verdict.decision()).append(' ').append(verdict.text()).append('\n');
      }
    }
    return text.toString();
  }
}
