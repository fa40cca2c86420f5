package dev.fastsim.cli;

import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.ValueLists;
import java.util.List;
import java.util.function.Function;

/**
 * A parameter and values of it as an option says them: {@code 1,2,4}, {@code 1..10}, {@code
 * 0.5..2/0.25}; in front of them a name and an equals sign where one is needed.
 *
 * @param parameter what takes the values
 * @param values in the order they are given
 */
record ParameterValues(Parameter parameter, List<Double> values) {

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
          parameter instanceof Parameter.Ram
              ? ValueLists.parse(text, ByteSizes::parseBytes)
              : ValueLists.parse(text));
    } catch (IllegalArgumentException refused) {
      throw new WrongInputException("'%s': %s".formatted(text, refused.getMessage()));
    }
  }
}
