package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Circumstances in which a service is to keep its promises too: twice the traffic, half the
 * replicas, a slower database.
 *
 * @param name unique in its scenario, not blank
 * @param changes at least one, made one after the other
 */
@API(status = API.Status.EXPERIMENTAL)
public record WhatIf(String name, List<Change> changes) {

  public WhatIf {
    Check.name("a what-if", name);
    changes = List.copyOf(changes);
    Check.that(!changes.isEmpty(), "the what-if '%s' changes nothing; give changes", name);
  }

  /**
   * The scenario in these circumstances: with the changes, with the promises that hold for them,
   * and without what-ifs of its own. It is named {@code checkout: Black Friday}.
   *
   * @throws InvalidScenarioException with every mistake in the changes
   */
  public Scenario applyTo(Scenario scenario) {
    String ownName = scenario.name() + ": " + name;
    Scenario changed =
        scenario
            .withObjectives(
                scenario.objectives().stream().filter(each -> each.holdsIf(name)).toList())
            .withoutWhatIfs()
            .withName(ownName);
    List<String> mistakes = new ArrayList<>();
    for (Change change : changes) {
      try {
        changed = change.applyTo(changed);
      } catch (InvalidScenarioException invalid) {
        mistakes.addAll(invalid.mistakes());
      } catch (IllegalArgumentException refused) {
        mistakes.add(String.valueOf(refused.getMessage()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidScenarioException(ownName, mistakes);
    }
    return changed;
  }

  /** What is otherwise, in words: {@code traffic x 2, cores 1 -> 2}. */
  public String text(Scenario before) {
    return changes.stream().map(change -> change.text(before)).collect(Collectors.joining(", "));
  }
}
