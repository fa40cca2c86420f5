package dev.fastsim.capacity;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Decimals;
import org.apiguardian.api.API;

/**
 * A change with which a promise that is broken would be kept.
 *
 * @param change the smallest of its kind that was found
 * @param before what it changes
 * @param verdict on the promise with the change: a pass
 */
@API(status = API.Status.EXPERIMENTAL)
public record Remedy(Change change, Scenario before, Verdict verdict) {

  /** In words: {@code cores 1 -> 2 (p95 71 ms)}, {@code at most 0.81x of this traffic}. */
  public String text() {
    if (change instanceof Change.Setting setting
        && setting.parameter() instanceof Parameter.Traffic) {
      return "at most %sx of this traffic".formatted(Decimals.exact(setting.value()));
    }
    return "%s (%s %s)"
        .formatted(
            change.text(before),
            verdict.objective().metricText(),
            verdict.objective().valueText(verdict.measured().value()));
  }
}
