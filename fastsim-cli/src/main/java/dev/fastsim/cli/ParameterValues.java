package dev.fastsim.cli;

import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.units.ByteSizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter and values of it as an option says them: {@code 1,2,4}, {@code 1..10}, {@code
 * 0.5..2/0.25}; in front of them a name and an equals sign where one is needed.
 *
 * @param parameter what takes the values
 * @param values in the order they are given
 */
record ParameterValues(Parameter parameter, List<Double> values) {

  private static final int MOST = 10_000;
  private static final Pattern RANGE =
      Pattern.compile("\\s*([-\\d.]+?)\\s*\\.\\.\\s*([-\\d.]+)\\s*(?:/\\s*([-\\d.]+)\\s*)?");

  /**
   * Values of a parameter of a service: {@code 1..10}, or {@code web=1..10} where there are several
   * services.
   *
   * @throws WrongInputException if that is not said
   */
  static ParameterValues ofService(
      String text, Scenario scenario, Function<String, Parameter> parameter) {
    int equals = text.lastIndexOf('=');
    String service = equals < 0 ? onlyService(text, scenario) : text.substring(0, equals).strip();
    return checked(parameter.apply(service), text.substring(equals + 1), scenario);
  }

  /** Values of the size of a pool: {@code db=5,10}, or {@code web/db=5,10}. */
  static ParameterValues ofPool(String text, Scenario scenario) {
    String name = name(text, "a pool and its sizes, such as db=5,10,20");
    int slash = name.indexOf('/');
    String service = slash < 0 ? onlyService(text, scenario) : name.substring(0, slash);
    return checked(
        new Parameter.PoolSize(service, name.substring(slash + 1)), afterName(text), scenario);
  }

  /** Factors of the time of a step: {@code render=0.5,1,2}. */
  static ParameterValues ofStep(String text, Scenario scenario) {
    String name = name(text, "a step and factors of its time, such as render=0.5,1,2");
    return checked(new Parameter.StepTime(name), afterName(text), scenario);
  }

  /** Factors of the traffic: {@code 0.5..2/0.25}. */
  static ParameterValues ofTraffic(String text, Scenario scenario) {
    return checked(new Parameter.Traffic(), text, scenario);
  }

  private static String name(String text, String expected) {
    int equals = text.lastIndexOf('=');
    if (equals <= 0) {
      throw new WrongInputException("'%s' is not %s".formatted(text, expected));
    }
    return text.substring(0, equals).strip();
  }

  private static String afterName(String text) {
    return text.substring(text.lastIndexOf('=') + 1);
  }

  private static String onlyService(String text, Scenario scenario) {
    List<String> names = scenario.services().stream().map(Service::name).toList();
    if (names.size() > 1) {
      throw new WrongInputException(
          "'%s' does not say of which service; there are %s"
              .formatted(text, String.join(", ", names)));
    }
    return names.get(0);
  }

  private static ParameterValues checked(Parameter parameter, String text, Scenario scenario) {
    try {
      parameter.in(scenario);
      return new ParameterValues(
          parameter,
          values(
              text,
              parameter instanceof Parameter.Ram
                  ? ByteSizes::parseBytes
                  : each -> number(each).doubleValue()));
    } catch (IllegalArgumentException refused) {
      throw new WrongInputException("'%s': %s".formatted(text, refused.getMessage()));
    }
  }

  private static List<Double> values(String text, ToDoubleFunction<String> parser) {
    List<Double> values = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        addRange(range, values);
      } else {
        values.add(parser.applyAsDouble(part.strip()));
      }
    }
    return values;
  }

  private static void addRange(Matcher range, List<Double> values) {
    BigDecimal from = number(range.group(1));
    BigDecimal to = number(range.group(2));
    BigDecimal step = range.group(3) == null ? BigDecimal.ONE : number(range.group(3));
    if (step.signum() <= 0 || from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a range goes up, in steps above 0, but is " + range.group().strip());
    }
    for (BigDecimal each = from; each.compareTo(to) <= 0; each = each.add(step)) {
      values.add(each.doubleValue());
      if (values.size() > MOST) {
        throw new IllegalArgumentException("there are more than " + MOST + " values");
      }
    }
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "'%s' is not a number; values are written 1,2,4 or 1..10 or 0.5..2/0.25".formatted(text),
          wrong);
    }
  }
}
