package dev.fastsim.scenario;

import java.util.List;

/** A scenario whose parts do not fit together. */
public final class InvalidScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> mistakes;

  InvalidScenarioException(String scenario, List<String> mistakes) {
    super(
        "scenario '%s' has %d mistake%s:%n  - %s"
            .formatted(
                scenario,
                mistakes.size(),
                mistakes.size() == 1 ? "" : "s",
                String.join(System.lineSeparator() + "  - ", mistakes)));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Every mistake, in words. */
  public List<String> mistakes() {
    return mistakes;
  }
}
