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
   * Each request takes one of several ways, whichever the dice say.
   *
   * @param variants at least one
   */
  record Mixed(List<Variant> variants) implements Body {

    public Mixed {
      variants = List.copyOf(variants);
      Check.that(!variants.isEmpty(), "a mixed body needs at least one variant");
    }

    @Override
    public List<Step> vocabulary() {
      return variants.stream().flatMap(variant -> variant.steps().stream()).distinct().toList();
    }
  }

  /**
   * One of the ways of a {@link Mixed} body.
   *
   * @param weight its share of the requests relative to the others, positive and finite
   * @param steps in order; a step may occur several times
   */
  record Variant(double weight, List<Step> steps) {

    public Variant {
      Check.weight(weight);
      steps = List.copyOf(steps);
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
