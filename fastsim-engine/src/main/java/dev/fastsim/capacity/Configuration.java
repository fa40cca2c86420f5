package dev.fastsim.capacity;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * One combination of choices, simulated.
 *
 * @param settings one for each choice, in their order
 * @param cost of all machines by their prices, in dollars an hour
 * @param verdicts on all promises
 */
@API(status = API.Status.EXPERIMENTAL)
public record Configuration(List<Change.Setting> settings, double cost, List<Verdict> verdicts) {

  public Configuration {
    settings = List.copyOf(settings);
    verdicts = List.copyOf(verdicts);
  }

  /** Whether every promise is shown to be kept. */
  public boolean isKept() {
    return verdicts.stream().allMatch(verdict -> verdict.decision() == Decision.PASS);
  }

  /** In words: {@code replicas 3, cores 2}. */
  public String text(Scenario scenario) {
    return settings.stream()
        .map(
            setting ->
                setting.parameter().textIn(scenario)
                    + " "
                    + setting.parameter().valueText(setting.value()))
        .collect(Collectors.joining(", "));
  }

  /** In words, with the cost: {@code cost 4.5: replicas 1, cores 4 (p95 71 ms)}. */
  public String costText(Scenario scenario) {
    return "cost %s: %s (%s)".formatted(format(cost), text(scenario), measuredText());
  }

  /** Six digits, so that a sum of prices is not shown with its rounding errors. */
  static String format(double cost) {
    return new BigDecimal(cost).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** What was measured for each promise: {@code p95 71 ms (<= 120 ms)}. */
  public String measuredText() {
    return verdicts.stream()
        .map(
            verdict ->
                "%s%s %s"
                    .formatted(
                        verdict.objective().subject().map(name -> name + " ").orElse(""),
                        verdict.objective().metricText(),
                        verdict.objective().valueText(verdict.measured().value())))
        .collect(Collectors.joining(", "));
  }
}
