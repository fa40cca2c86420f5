package dev.fastsim.model;

import dev.fastsim.model.EndpointMethods.Found;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.scenario.Workload;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one model class, as far as its mistakes allow, and reports them together. */
final class ModelReader {

  private final Class<?> type;
  private final Mistakes mistakes = new Mistakes();
  private final AnnotationFinder finder = new AnnotationFinder(mistakes);
  private final MachineReader machine;
  private final TrafficReader traffic;
  private final ObjectiveReader promises;

  ModelReader(Class<?> type) {
    this.type = type;
    this.machine = new MachineReader(type, finder, mistakes);
    this.traffic = new TrafficReader(type, finder, mistakes);
    this.promises = new ObjectiveReader(type, finder, mistakes);
  }

  ServiceModel read() {
    try {
      return tryToRead();
    } catch (IOException | ReflectiveOperationException | LinkageError unreadable) {
      mistakes.add(type, "its classes cannot be read: " + unreadable);
      InvalidModelException invalid = new InvalidModelException(type, mistakes.all());
      invalid.initCause(unreadable);
      throw invalid;
    }
  }

  private ServiceModel tryToRead() throws IOException, ReflectiveOperationException {
    OwnClasses own = new OwnClasses(type);
    if (!own.contains(type.getName())) {
      throw new IOException("its class file is neither in a folder nor in a jar");
    }
    boolean instantiable = ShapeRules.check(type, mistakes);
    Server server = machine.server();
    PoolNames poolNames = machine.poolNames();
    List<ConnectionPool> pools = machine.pools();
    Prices prices = machine.prices();
    Network network = machine.network();
    Optional<RateLimiter> limiter = machine.limiter();
    Optional<Workload> workload = traffic.workload();
    Optional<RunPlan> runs = traffic.runs();
    List<Fault> faults = new FaultReader(type, finder, mistakes, runs).faults(poolNames, pools);
    List<WhatIf> whatIfs = new WhatIfReader(type, finder, mistakes, runs).whatIfs(poolNames, pools);
    List<Objective> serviceObjectives =
        Promise.objectives(promises.ofService(server, poolNames.all()));

    ClassClosure closure = ClassClosure.of(type, own);
    List<StepMethod> stepMethods = StepMethod.of(closure, own.application());
    ShapeRules.checkStatics(type, closure, stepMethods, mistakes);
    StepCatalog steps =
        new StepReader(finder, mistakes, server, poolNames).read(type, closure, stepMethods);
    List<Found> methods = new EndpointMethods(type, closure, mistakes).all();
    List<Method> bodies = methods.stream().map(Found::method).toList();
    List<String> names = methods.stream().map(found -> name(found.method())).toList();
    checkNames(names, bodies);

    WovenClasses woven = new WovenClasses(own, closure, steps);
    RecordedSource source = new RecordedSource(type, woven, steps, bodies, names);
    List<Endpoint> endpoints = new ArrayList<>();
    List<EndpointModel> endpointModels = new ArrayList<>();
    for (int entry = 0; entry < methods.size(); entry++) {
      Found found = methods.get(entry);
      endpoint(found, names.get(entry), new Body.Recorded(source, entry)).ifPresent(endpoints::add);
      endpointModels.add(model(found, names.get(entry)));
    }
    new BaselineReader(type, finder, mistakes).check();
    boolean anyPromise =
        !serviceObjectives.isEmpty()
            || endpointModels.stream().anyMatch(endpoint -> !endpoint.objectives().isEmpty());
    HeadroomReader.check(type, finder, anyPromise, mistakes);
    new SizingReader(type, finder, mistakes).check(poolNames.all(), anyPromise);
    if (instantiable) {
      DryRun.of(type, source, bodies, mistakes);
    }
    requireNoMistakes();
    List<Objective> objectives = new ArrayList<>(serviceObjectives);
    endpointModels.forEach(endpoint -> objectives.addAll(endpoint.objectives()));
    return new ServiceModel(
        type,
        scenario(
            new Service(ClassName.of(type), server, pools, limiter, endpoints, prices),
            network,
            workload.orElseThrow(),
            faults,
            objectives,
            runs.orElseThrow(),
            whatIfs),
        serviceObjectives,
        endpointModels);
  }

  private Scenario scenario(
      Service service,
      Network network,
      Workload workload,
      List<Fault> faults,
      List<Objective> objectives,
      RunPlan runs,
      List<WhatIf> whatIfs) {
    List<Link> bothWays = Link.bothWays(service.name(), network, network);
    try {
      return new Scenario(
          service.name(), List.of(service), bothWays, workload, faults, objectives, runs, whatIfs);
    } catch (InvalidScenarioException invalid) {
      invalid.mistakes().forEach(mistake -> mistakes.add(type, mistake));
      throw new InvalidModelException(type, mistakes.all());
    }
  }

  private String name(Method method) {
    return EndpointMethods.name(method, finder);
  }

  private void checkNames(List<String> names, List<Method> methods) {
    Map<String, Method> known = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Method first = known.putIfAbsent(names.get(i), methods.get(i));
      if (first != null) {
        mistakes
            .on(methods.get(i), dev.fastsim.annotations.Endpoint.class)
            .refuse(
                "value",
                "'%s' is already the name of %s.%s; give each endpoint a name of its own"
                    .formatted(
                        names.get(i), ClassName.of(first.getDeclaringClass()), first.getName()));
      }
    }
  }

  private Optional<Endpoint> endpoint(Found found, String name, Body body) {
    double weight =
        finder
            .onMethod(found.method(), dev.fastsim.annotations.Endpoint.class)
            .map(dev.fastsim.annotations.Endpoint::weight)
            .orElse(1.0);
    Optional<RateLimiter> limiter = machine.limiter(found.method());
    return mistakes
        .on(found.method(), dev.fastsim.annotations.Endpoint.class)
        .whole(() -> new Endpoint(name, weight, limiter, body));
  }

  private EndpointModel model(Found found, String name) {
    return new EndpointModel(
        name,
        found.method(),
        found.facts().firstLine(),
        found.type().sourceFile(),
        Promise.objectives(promises.ofEndpoint(name, found.method())));
  }

  private void requireNoMistakes() {
    if (mistakes.count() > 0) {
      throw new InvalidModelException(type, mistakes.all());
    }
  }
}
