package dev.fastsim.cli;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;

/** Verdicts as text: what is kept in a line each, what is not with its explanation. */
final class VerdictsText {

  private VerdictsText() {}

  /**
   * Prints the verdicts; lines end in a line feed, and no verdict is no line.
   *
   * @param remedies of what is broken
   * @param brokenOnly leaves out what is kept
   * @param prefix of each promise
   */
  static String of(Assessment assessment, Remedies remedies, boolean brokenOnly, String prefix) {
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : assessment.verdicts()) {
      boolean kept = verdict.decision() == Decision.PASS;
      if (!kept || !brokenOnly) {
        String explanation = Explanation.of(assessment.result(), verdict);
        String shown = kept ? explanation.lines().findFirst().orElseThrow() : explanation;
        text.append(verdict.decision()).append(' ').append(prefix).append(shown).append('\n');
        remedies
            .of(verdict)
            .ifPresent(found -> text.append("  ").append(found.text()).append('\n'));
      }
    }
    return text.toString();
  }
}
