package dev.fastsim.scenario;

import java.util.List;

/** What-ifs must be possible, and promises must name those that there are. */
final class WhatIfRules {

  private WhatIfRules() {}

  /** Every broken rule of the what-ifs of a scenario that is sound without them. */
  static void check(
      Scenario without, List<WhatIf> whatIfs, List<Objective> objectives, List<String> mistakes) {
    List<String> names = whatIfs.stream().map(WhatIf::name).toList();
    ScenarioRules.requireUnique("what-ifs", names, mistakes);
    for (Objective objective : objectives) {
      for (String name : objective.whatIfs().orElse(List.of())) {
        ScenarioRules.requireKnown(
            "the objective '%s'".formatted(objective.text()), "what-if", name, names, mistakes);
      }
    }
    for (WhatIf whatIf : whatIfs) {
      try {
        whatIf.applyTo(without);
      } catch (InvalidScenarioException invalid) {
        invalid
            .mistakes()
            .forEach(
                mistake -> mistakes.add("the what-if '%s': %s".formatted(whatIf.name(), mistake)));
      }
    }
  }
}
