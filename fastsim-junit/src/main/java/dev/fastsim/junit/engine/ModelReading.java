package dev.fastsim.junit.engine;

import dev.fastsim.model.EndpointModel;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model class as it was read.
 *
 * @param model without mistakes
 */
record ModelReading(ServiceModel model) implements Reading {

  @Override
  public Scenario scenario() {
    return model.scenario();
  }

  /** The first line of the endpoint, or else the class. */
  @Override
  public StackTraceElement frame(Metric metric) {
    return metric
        .endpoint()
        .flatMap(this::endpoint)
        .map(
            endpoint ->
                new StackTraceElement(
                    endpoint.method().getDeclaringClass().getName(),
                    endpoint.method().getName(),
                    endpoint.sourceFile(),
                    endpoint.lineNumber()))
        .orElseGet(this::frame);
  }

  private Optional<EndpointModel> endpoint(String name) {
    return model.endpoints().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Override
  public StackTraceElement frame() {
    Class<?> modelClass = model.modelClass();
    @Nullable String sourceFile =
        model.endpoints().stream()
            .filter(endpoint -> endpoint.method().getDeclaringClass() == modelClass)
            .map(EndpointModel::sourceFile)
            .findFirst()
            .orElse(null);
    return new StackTraceElement(modelClass.getName(), "<class>", sourceFile, -1);
  }
}
