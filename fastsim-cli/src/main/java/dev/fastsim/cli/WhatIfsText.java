package dev.fastsim.cli;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.experiment.Comparison;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.sla.Assessment;

/** What-ifs as text: what is otherwise, how much that changes, and whether the SLAs are kept. */
final class WhatIfsText {

  private WhatIfsText() {}

  /**
   * Prints one what-if; lines end in a line feed.
   *
   * @param asItIs the scenario without it
   * @param brokenOnly leaves out all but broken SLAs
   */
  static String of(WhatIf whatIf, Assessment asItIs, Assessment changed, boolean brokenOnly) {
    StringBuilder text = new StringBuilder();
    if (!brokenOnly) {
      text.append(
          "\nwhat if %s: %s\n".formatted(whatIf.name(), whatIf.text(asItIs.result().scenario())));
      Comparison comparison = Comparison.of(asItIs.result(), changed.result());
      for (Objective objective : changed.result().scenario().objectives()) {
        text.append("  ").append(comparison.of(objective.metric()).text()).append('\n');
      }
    }
    Remedies remedies = new Remedies(changed.result(), Remedies.BUDGET, () -> false);
    return text.append(VerdictsText.of(changed, remedies, brokenOnly, whatIf.name() + ": "))
        .toString();
  }
}
