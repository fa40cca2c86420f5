package dev.fastsim.junit;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.model.InvalidModelException;
import dev.fastsim.model.ModelOutline;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.yaml.InvalidFileException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Jupiter extension: gives tests the {@link SimulationResult} of a model.
 *
 * <p>A parameter annotated with {@link Simulated} names its model. A plain {@code SimulationResult}
 * means that the test class is the model itself, or else the nearest class around it that is; for
 * that, register the extension with {@code @ExtendWith(FastSimExtension.class)}. A class that names
 * a {@link ScenarioFile} counts as a model.
 *
 * <p>A model is simulated as the test engine does it, so that the numbers are the same: with its
 * own seed, unless {@value FastSimConfiguration#SEED} is set, and with more replications while one
 * of its own SLAs is undecided. Its result is kept for the whole test run.
 */
public final class FastSimExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace RESULTS =
      ExtensionContext.Namespace.create(FastSimExtension.class);

  private record Key(Class<?> modelClass, OptionalLong seed) {}

  /** Made by Jupiter. */
  public FastSimExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Simulated.class)
        || parameter.getParameter().getType() == SimulationResult.class;
  }

  @Override
  public SimulationResult resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() != SimulationResult.class) {
      throw failure(
          parameter,
          "@Simulated parameters must be of type SimulationResult, not "
              + parameter.getParameter().getType().getSimpleName());
    }
    Class<?> modelClass = modelClass(parameter, context);
    try {
      FastSimConfiguration configuration =
          FastSimConfiguration.of(context::getConfigurationParameter);
      return context
          .getRoot()
          .getStore(RESULTS)
          .computeIfAbsent(
              new Key(modelClass, configuration.seed()),
              key -> simulate(modelClass, configuration),
              SimulationResult.class);
    } catch (InvalidModelException
        | InvalidFileException
        | ScenarioFileException
        | FastSimConfigurationException mistake) {
      throw failure(parameter, String.valueOf(mistake.getMessage()), mistake);
    } catch (RuntimeException e) {
      throw failure(
          parameter, "the simulation of %s failed: %s".formatted(modelClass.getName(), e), e);
    }
  }

  private static SimulationResult simulate(
      Class<?> modelClass, FastSimConfiguration configuration) {
    return Assessment.of(configuration.applyTo(scenario(modelClass)), () -> false).result();
  }

  private static Scenario scenario(Class<?> type) {
    List<String> files = ScenarioFileLocation.named(type);
    if (files.isEmpty()) {
      return ServiceModel.read(type).scenario();
    }
    if (files.size() > 1) {
      throw ScenarioFileException.several(type, files.size());
    }
    return FastSim.load(ScenarioFileLocation.find(type, files.get(0)).path());
  }

  private static Class<?> modelClass(ParameterContext parameter, ExtensionContext context) {
    Optional<Simulated> named = parameter.findAnnotation(Simulated.class);
    if (named.isPresent()) {
      return named.get().value();
    }
    Class<?> testClass = context.getRequiredTestClass();
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      if (ModelOutline.hasEndpoint(type) || !ScenarioFileLocation.named(type).isEmpty()) {
        return type;
      }
    }
    throw failure(
        parameter,
        "%s is no model, it has no @Endpoint method and no @ScenarioFile; say which model is meant: @Simulated(SomeModel.class) SimulationResult"
            .formatted(testClass.getName()));
  }

  private static ParameterResolutionException failure(ParameterContext parameter, String why) {
    return new ParameterResolutionException(message(parameter, why));
  }

  private static ParameterResolutionException failure(
      ParameterContext parameter, String why, RuntimeException cause) {
    return new ParameterResolutionException(message(parameter, why), cause);
  }

  private static String message(ParameterContext parameter, String why) {
    return "no simulation result for parameter '%s' of %s: %s"
        .formatted(
            parameter.getParameter().getName(), parameter.getDeclaringExecutable().getName(), why);
  }
}
