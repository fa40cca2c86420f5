package dev.fastsim.yaml;

import dev.fastsim.yaml.AsyncFlowFile.Shape;
import dev.fastsim.yaml.AsyncFlowFile.Variable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads random variables, which mean other things for latencies than for the traffic. */
final class AsyncFlowVariables {

  /** Longest mean, in seconds: 1000 days, as everywhere in FastSim. */
  static final double LONGEST = 86_400_000;

  /** Most users, and most requests of each in a minute. */
  private static final double MOST = 1e9;

  /** The logarithm of about two years in seconds. */
  private static final double LARGEST_LOGARITHM = 18;

  private static final Variable STAND_IN = new Variable(Shape.EXPONENTIAL, 1, 1);

  private static final Value<Shape> ANY_SHAPE = shape(Shape.values());
  private static final Value<Shape> SHAPE_OF_USERS = shape(Shape.POISSON, Shape.NORMAL);
  private static final Value<Shape> SHAPE_OF_RATE = shape(Shape.POISSON);

  private AsyncFlowVariables() {}

  private static Value<Shape> shape(Shape... shapes) {
    Map<String, Shape> words = new LinkedHashMap<>();
    for (Shape each : shapes) {
      words.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    return Value.word(words);
  }

  /** The latency of an edge. */
  static Variable latency(Fields edge) {
    return edge.required("latency", Value.mapping(AsyncFlowVariables::latency)).orElse(STAND_IN);
  }

  private static Optional<Variable> latency(YamlNode node, Findings findings) {
    return fields(node, findings).map(fields -> latency(fields, node));
  }

  private static Variable latency(Fields fields, YamlNode node) {
    Shape shape = fields.optional("distribution", ANY_SHAPE, Shape.POISSON);
    double longest = shape == Shape.LOG_NORMAL ? LARGEST_LOGARITHM : LONGEST;
    double mean = mean(fields, longest);
    double variance = variance(fields, mean, longest);
    YamlNode at = fields.at("distribution").orElse(node);
    if (!shape.takesVariance()) {
      refuseVariance(fields, shape);
    } else if (fields.has("variance")) {
      fields
          .findings()
          .warning(
              fields.at("variance").orElse(node),
              "a standard deviation",
              shape == Shape.NORMAL
                  ? "it is taken for one, as in AsyncFlow, and what is negative becomes 0"
                  : "it is taken for one of the logarithm, as in AsyncFlow");
    }
    switch (shape) {
      case POISSON -> {
        String hint = "poisson draws whole seconds, as in AsyncFlow; did you mean exponential?";
        if (fields.has("distribution")) {
          fields.findings().warning(at, "a distribution of fractions of a second", hint);
        } else {
          fields
              .findings()
              .warning(node.mark(), node.path(), "no distribution, which is poisson", "one", hint);
        }
      }
      case UNIFORM ->
          fields
              .findings()
              .warning(
                  at, "a distribution of this mean", "it draws from 0 s to 1 s, as in AsyncFlow");
      case LOG_NORMAL ->
          fields
              .findings()
              .warning(
                  at,
                  "the mean of the logarithm",
                  "half of the messages take longer than e^mean s, as in AsyncFlow");
      default -> {}
    }
    return new Variable(shape, mean, variance);
  }

  /** The number of active users. */
  static Optional<Variable> users(YamlNode node, Findings findings) {
    return fields(node, findings)
        .map(
            fields -> {
              Shape shape = fields.optional("distribution", SHAPE_OF_USERS, Shape.POISSON);
              double mean = mean(fields, MOST);
              if (shape == Shape.NORMAL && fields.has("variance")) {
                fields
                    .findings()
                    .warning(
                        fields.at("variance").orElse(node),
                        "a standard deviation",
                        "it is taken for one, as in AsyncFlow, and what is negative becomes 0");
              } else if (shape == Shape.POISSON) {
                ignoreVariance(fields);
              }
              return new Variable(shape, mean, variance(fields, mean, MOST));
            });
  }

  /** The mean requests of a user in a minute, which is all AsyncFlow looks at. */
  static Optional<Double> requestsPerMinute(YamlNode node, Findings findings) {
    return fields(node, findings)
        .map(
            fields -> {
              fields.optional("distribution", SHAPE_OF_RATE);
              double mean = mean(fields, MOST);
              ignoreVariance(fields);
              variance(fields, mean, MOST);
              return mean;
            });
  }

  private static Optional<Fields> fields(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "mean", "distribution", "variance");
  }

  private static double mean(Fields fields, double most) {
    return fields.required("mean", Value.number(Range.above(0).upTo(most)), 1.0);
  }

  private static double variance(Fields fields, double mean, double most) {
    return fields.nullable("variance", Value.number(Range.atLeast(0).upTo(most))).orElse(mean);
  }

  private static void refuseVariance(Fields fields, Shape shape) {
    if (!fields.isNull("variance")) {
      String word = shape.name().toLowerCase(Locale.ROOT);
      fields
          .at("variance")
          .ifPresent(
              node ->
                  fields
                      .findings()
                      .mistake(
                          node,
                          "no variance, which " + word + " does not have",
                          "remove it, or write distribution: normal"));
    }
  }

  private static void ignoreVariance(Fields fields) {
    if (!fields.isNull("variance")) {
      fields
          .at("variance")
          .ifPresent(
              node ->
                  fields.findings().warning(node, "no variance", "it is ignored, as in AsyncFlow"));
    }
  }
}
