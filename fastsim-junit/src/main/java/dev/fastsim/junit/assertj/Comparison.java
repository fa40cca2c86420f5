package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;

/**
 * A metric compared with a limit, decided as SLAs are. An SLA limits a metric on one side only; the
 * other side is its opposite, so that {@code isGreaterThan} passes where {@code
 * isLessThanOrEqualTo} is shown to be wrong.
 */
final class Comparison {

  private final SimulationResult result;
  private final Relation relation;
  private final Objective objective;
  private final Verdict verdict;

  Comparison(SimulationResult result, Metric metric, Relation relation, double limit) {
    this.result = result;
    this.relation = relation;
    this.objective = new Objective(metric, limit);
    this.verdict = judge();
  }

  Decision decision() {
    return verdict.decision();
  }

  /** In words: {@code p95 < 120 ms}. */
  String text() {
    return "%s %s %s"
        .formatted(objective.metricText(), relation.sign(), objective.valueText(objective.limit()));
  }

  String measuredText() {
    return objective.valueText(verdict.measured().value());
  }

  /** The explanation of the SLA, in the words of this comparison. */
  String explanation() {
    String explanation = Explanation.of(result, verdict);
    int at = explanation.indexOf(objective.text());
    return explanation.substring(0, at)
        + text()
        + explanation.substring(at + objective.text().length());
  }

  private Verdict judge() {
    Verdict judged = Judge.judge(result, objective);
    boolean asSla = relation.isUpward() == objective.isFloor();
    Decision decision = decide(judged, asSla ? relation : relation.opposite());
    return new Verdict(
        objective,
        asSla || judged.measured().isUnknown() ? decision : opposite(decision),
        judged.measured(),
        judged.reason());
  }

  /** The SLA's decision, but one that is only just kept does not keep a strict relation. */
  private Decision decide(Verdict judged, Relation side) {
    if (judged.decision() != Decision.PASS || !side.isStrict()) {
      return judged.decision();
    }
    Estimate measured = judged.measured();
    double worst = side.isUpward() ? measured.low() : measured.high();
    double best = side.isUpward() ? measured.high() : measured.low();
    if (isBeyond(worst, side)) {
      return Decision.PASS;
    }
    return isBeyond(best, side) ? Decision.INCONCLUSIVE : Decision.FAIL;
  }

  private boolean isBeyond(double value, Relation side) {
    return side.isUpward() ? value > objective.limit() : value < objective.limit();
  }

  private static Decision opposite(Decision decision) {
    return switch (decision) {
      case PASS -> Decision.FAIL;
      case FAIL -> Decision.PASS;
      case INCONCLUSIVE -> Decision.INCONCLUSIVE;
    };
  }
}
