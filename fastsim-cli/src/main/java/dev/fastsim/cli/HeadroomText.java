package dev.fastsim.cli;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.HeadroomVerdict;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;

/** Room for more traffic, as text. */
final class HeadroomText {

  private HeadroomText() {}

  /**
   * Prints the verdict on what a file promises; lines end in a line feed.
   *
   * @param brokenOnly leaves out what is kept
   */
  static String of(HeadroomVerdict verdict, boolean brokenOnly) {
    return brokenOnly && verdict.decision() == Decision.PASS
        ? ""
        : "%s %s\n".formatted(verdict.decision(), verdict.text());
  }

  /** About how much there is, found at a bounded cost; nothing unless all SLAs are kept. */
  static String estimate(Assessment assessment) {
    boolean kept =
        !assessment.verdicts().isEmpty()
            && assessment.verdicts().stream()
                .allMatch(verdict -> verdict.decision() == Decision.PASS);
    return kept
        ? "headroom: about %s\n"
            .formatted(Headroom.estimate(assessment, Headroom.BUDGET, () -> false).text())
        : "";
  }
}
