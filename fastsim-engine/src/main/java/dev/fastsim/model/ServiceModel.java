package dev.fastsim.model;

import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.apiguardian.api.API;

/** What an annotated class says: a scenario to simulate, and the promises it is held to. */
@API(status = API.Status.EXPERIMENTAL)
public final class ServiceModel {

  private final Class<?> modelClass;
  private final Scenario scenario;
  private final List<Objective> serviceObjectives;
  private final List<EndpointModel> endpoints;

  ServiceModel(
      Class<?> modelClass,
      Scenario scenario,
      List<Objective> serviceObjectives,
      List<EndpointModel> endpoints) {
    this.modelClass = modelClass;
    this.scenario = scenario;
    this.serviceObjectives = List.copyOf(serviceObjectives);
    this.endpoints = List.copyOf(endpoints);
  }

  /**
   * Reads a model class, and runs each of its endpoints once in a class loader of its own.
   *
   * @param modelClass with at least one {@link dev.fastsim.annotations.Endpoint} method; neither it
   *     nor what it refers to is initialised in the caller's class loader
   * @throws InvalidModelException with every mistake in it
   */
  public static ServiceModel read(Class<?> modelClass) {
    return new ModelReader(modelClass).read();
  }

  /** The class as it was given. */
  public Class<?> modelClass() {
    return modelClass;
  }

  /**
   * What to simulate, named like the class. Its bodies share one {@link
   * dev.fastsim.scenario.ProgramSource}; every program of it has an instance of the model of its
   * own.
   */
  public Scenario scenario() {
    return scenario;
  }

  /**
   * What the service as a whole promises: throughput, error rate, utilization (cpu, ram, each
   * pool), ready-queue lag (mean, p50, p95, p99, max).
   */
  public List<Objective> serviceObjectives() {
    return serviceObjectives;
  }

  /** Everything that is promised: by the service as a whole, then by each endpoint. */
  public List<Objective> objectives() {
    return scenario.objectives();
  }

  /** The endpoints: those of superclasses first, otherwise as they are written in the class. */
  public List<EndpointModel> endpoints() {
    return endpoints;
  }

  @Override
  public String toString() {
    return "ServiceModel[" + scenario.name() + "]";
  }
}
