package dev.fastsim.scenario;

import java.util.List;

/** What a request does at the server. */
public sealed interface Body {

  /** The steps a request may take, the same step at most once. */
  List<Step> vocabulary();

  /**
   * Every request takes the same steps.
   *
   * @param steps in order; a step may occur several times
   */
  record Fixed(List<Step> steps) implements Body {
    public Fixed {
      steps = List.copyOf(steps);
    }

    @Override
    public List<Step> vocabulary() {
      return steps.stream().distinct().toList();
    }
  }

  /**
   * A program decides for each request.
   *
   * @param source opened once for each replication, however many endpoints share it
   * @param entry the program's number for this endpoint
   */
  record Recorded(ProgramSource source, int entry) implements Body {
    @Override
    public List<Step> vocabulary() {
      return source.vocabulary();
    }
  }
}
