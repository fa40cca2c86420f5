package dev.fastsim.theory;

import dev.fastsim.scenario.Scenario;
import java.util.List;

/** What queueing theory says of a scenario. */
public sealed interface Theory {

  /**
   * The scenario is a queue, or a network of queues, with a closed formula.
   *
   * @param name of the queue: {@code M/M/1}
   * @param source where the formulas stand
   * @param predictions exact for the steady state
   */
  record Known(String name, String source, List<Prediction> predictions) implements Theory {
    public Known {
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * No formula is known for it.
   *
   * @param reason the assumption that rules it out
   */
  record Unknown(String reason) implements Theory {}

  /** A number that can be compared with what was observed. */
  enum Quantity {
    /** Mean latency, in seconds. */
    MEAN_LATENCY,
    /** The median of the latency, in seconds. */
    P50,
    /** The 95th percentile of the latency, in seconds. */
    P95,
    /** The 99th percentile of the latency, in seconds. */
    P99,
    /** Mean number of requests inside. */
    REQUESTS_INSIDE,
    /** Share of requests that fail. */
    ERROR_RATE
  }

  /**
   * What theory says of a quantity.
   *
   * @param quantity which
   * @param value in its unit
   */
  record Prediction(Quantity quantity, double value) {}

  /**
   * Looks whether a scenario is a known queue.
   *
   * <p>Bodies in Java are recorded some times to see what they do; those whose steps depend on
   * chance, on the time or on what went before are no known queue.
   */
  static Theory of(Scenario scenario) {
    try {
      return Recognition.of(scenario);
    } catch (NoFormulaException ruledOut) {
      return new Unknown(ruledOut.reason());
    }
  }
}
