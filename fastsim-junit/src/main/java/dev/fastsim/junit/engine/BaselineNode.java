package dev.fastsim.junit.engine;

import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.InvalidBaselineException;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.RegressionLimit;
import dev.fastsim.sla.RegressionVerdict;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/**
 * The promise not to be worse than a saved result: one test. If baselines are to be updated, it
 * saves the result instead.
 */
final class BaselineNode extends SpecNode {

  private static final String UPDATE = "-D" + FastSimConfiguration.BASELINE_UPDATE + "=true";

  private final BaselineSla sla;
  private final String legacyName;

  /**
   * @param prefix of its name in reports that know only classes and methods
   */
  BaselineNode(UniqueId parent, BaselineSla sla, int position, String prefix, TestSource source) {
    super(id(parent, sla), sla.promise().text(), source, Optional.empty(), position);
    this.sla = sla;
    this.legacyName = "%s%s[%d]".formatted(prefix, sla.promise().text(), position + 1);
  }

  static UniqueId id(UniqueId parent, BaselineSla sla) {
    return parent.append(SLA, sla.key());
  }

  @Override
  List<UniqueId> allChildren() {
    return List.of();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return Optional.empty();
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public String getLegacyReportingName() {
    return legacyName;
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    Outcome.Assessed assessed = context.outcome().assessed();
    SimulationResult result = assessed.assessment().result();
    Ending ending =
        new Ending(assessed.configuration(), assessed.reading().frame(sla.promise().metric()));
    if (assessed.configuration().baselineUpdate()) {
      ResultFile written = ResultFile.write(sla.file(), result.toJson() + "\n");
      if (!written.isWritten()) {
        throw ending.failure("the baseline was not updated: " + written.text());
      }
      context.publish(this, Map.of("baseline", "written to " + written.text()));
    } else {
      compare(context, assessed, ending);
    }
    return context;
  }

  private void compare(SpecContext context, Outcome.Assessed assessed, Ending ending) {
    SimulationResult result = assessed.assessment().result();
    RegressionLimit limit = sla.promise().limit().orElseThrow();
    Baseline baseline;
    RegressionVerdict verdict;
    try {
      baseline = Baseline.read(sla.file());
      verdict = RegressionVerdict.of(limit, baseline, result);
    } catch (NoSuchFileException missing) {
      throw ending.failure(
          "there is no baseline %s yet, so nothing is compared; to save this result as one, run the test with %s and commit the file"
              .formatted(sla.file(), UPDATE));
    } catch (IOException | InvalidBaselineException unusable) {
      throw ending.failure(
          "the baseline cannot be compared with: %s; to save this result instead, run the test with %s"
              .formatted(
                  unusable instanceof IOException ? unusable : unusable.getMessage(), UPDATE));
    }
    context.publish(
        this,
        Map.of("verdict", "%s, %s".formatted(verdict.decision(), verdict.difference().text())));
    if (verdict.decision() != Decision.PASS) {
      ending.report(
          verdict.decision(),
          () -> message(verdict, verdict.runsText(baseline, result), assessed, ending),
          limit.text(),
          verdict.difference().text());
    }
  }

  private String message(
      RegressionVerdict verdict, String runs, Outcome.Assessed assessed, Ending ending) {
    return "%s\n  %s\n  baseline: %s; if the change is meant, renew it with %s%s\n  report: %s"
        .formatted(
            verdict.text(),
            runs,
            sla.file(),
            UPDATE,
            ending.policyText(verdict.decision()),
            assessed.reportText());
  }
}
