package dev.fastsim.report;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Status;
import dev.fastsim.report.page.Unit;
import dev.fastsim.report.page.Verdicts;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of each promise: the first thing a reader looks for. */
final class PromisesSection {

  private final List<Verdicts.Row> rows = new ArrayList<>();

  /**
   * Adds verdicts.
   *
   * @param where the circumstances; empty for the scenario as it is
   */
  void add(String where, List<Verdict> verdicts) {
    verdicts.forEach(verdict -> rows.add(row(where, verdict)));
  }

  /** The section; empty if nothing is promised. */
  Optional<Section> section() {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("promises", "Promises", "", List.of(new Verdicts(rows))));
  }

  /** Of all promises together: the worst there is. */
  Status status() {
    if (rows.isEmpty()) {
      return Status.NEUTRAL;
    } else if (count(Status.BAD) > 0) {
      return Status.BAD;
    }
    return count(Status.OPEN) > 0 ? Status.OPEN : Status.GOOD;
  }

  /** All together in words: {@code 1 of 3 promises is broken}. */
  String headline() {
    int all = rows.size();
    long broken = count(Status.BAD);
    long open = count(Status.OPEN);
    return switch (status()) {
      case NEUTRAL -> "Nothing is promised; this is what it does";
      case GOOD -> all == 1 ? "The promise is kept" : "All %d promises are kept".formatted(all);
      case OPEN -> of(open, all) + " cannot be decided";
      case BAD ->
          "%s broken%s"
              .formatted(
                  of(broken, all), open == 0 ? "" : ", %d cannot be decided".formatted(open));
    };
  }

  private String of(long some, int all) {
    boolean undecided = status() == Status.OPEN;
    if (all == 1) {
      return "The promise" + (undecided ? "" : " is");
    }
    return "%d of %d promises%s".formatted(some, all, undecided ? "" : some == 1 ? " is" : " are");
  }

  private long count(Status status) {
    return rows.stream().filter(row -> row.status() == status).count();
  }

  private static Verdicts.Row row(String where, Verdict verdict) {
    Objective objective = verdict.objective();
    Estimate measured = verdict.measured();
    double ratio = measured.value() / objective.limit();
    return new Verdicts.Row(
        status(verdict.decision()),
        where,
        objective.subject().map(subject -> subject + " ").orElse("") + objective.metricText(),
        (objective.isFloor() ? ">= " : "<= ") + objective.valueText(objective.limit()),
        measured.isUnknown() ? "nothing measured" : objective.valueText(measured.value()),
        measured
            .intervalText(objective::valueText)
            .map(text -> text.replace("95% CI ", ""))
            .orElse(""),
        margin(objective, measured),
        Double.isFinite(ratio) ? ratio : Double.NaN);
  }

  private static Status status(Decision decision) {
    return switch (decision) {
      case PASS -> Status.GOOD;
      case FAIL -> Status.BAD;
      case INCONCLUSIVE -> Status.OPEN;
    };
  }

  /** How far the value is from its limit, as a share of the limit: {@code 36% above}. */
  private static String margin(Objective objective, Estimate measured) {
    double difference = measured.value() / objective.limit() - 1;
    if (!Double.isFinite(difference)) {
      return "";
    } else if (difference > 1) {
      return Unit.FACTOR.format(difference + 1) + " the limit";
    }
    String amount = Shares.format(Math.abs(difference));
    return difference == 0 ? "at the limit" : amount + (difference > 0 ? " above" : " below");
  }
}
