package dev.fastsim.model;

import dev.fastsim.model.BodiesReader.Bodies;
import dev.fastsim.model.EndpointMethods.Found;
import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.scenario.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one model class, as far as its mistakes allow, and reports them together. */
final class ModelReader {

  private final Class<?> type;
  private final Mistakes mistakes = new Mistakes();
  private final AnnotationFinder finder = new AnnotationFinder(mistakes);
  private final MachineReader machine;
  private final SettingsReader settings;
  private final PoolReader poolReader;
  private final LimiterReader limiters;
  private final TrafficReader traffic;
  private final ObjectiveReader promises;

  ModelReader(Class<?> type) {
    this.type = type;
    this.machine = new MachineReader(type, finder, mistakes);
    this.settings = new SettingsReader(type, finder, mistakes);
    this.poolReader = new PoolReader(type, finder, mistakes, settings);
    this.limiters = new LimiterReader(type, finder, mistakes, settings);
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
    PoolNames poolNames = poolReader.names();
    List<ConnectionPool> pools = poolReader.pools();
    Prices prices = machine.prices();
    Network network = machine.network();
    Optional<Limiter> limiter = limiters.ofService();
    Optional<Autoscaler> autoscaler = machine.autoscaler();
    Optional<Workload> workload = traffic.workload();
    Optional<RunPlan> runs = traffic.runs();
    List<Fault> faults = new FaultReader(type, finder, mistakes, runs).faults(poolNames, pools);
    List<WhatIf> whatIfs = new WhatIfReader(type, finder, mistakes, runs).whatIfs(poolNames, pools);
    List<Objective> serviceObjectives =
        Promise.objectives(promises.ofService(server, poolNames.all()));

    Callees callees = new Callees(type, finder, mistakes);
    Bodies bodies =
        new BodiesReader(type, finder, mistakes, limiters, callees)
            .read(own, server, poolNames, "");
    List<EndpointModel> endpointModels = new ArrayList<>();
    for (int entry = 0; entry < bodies.methods().size(); entry++) {
      endpointModels.add(model(bodies.methods().get(entry), bodies.names().get(entry)));
    }
    new BaselineReader(type, finder, mistakes).check();
    boolean anyPromise =
        !serviceObjectives.isEmpty()
            || endpointModels.stream().anyMatch(endpoint -> !endpoint.objectives().isEmpty());
    HeadroomReader.check(type, finder, anyPromise, mistakes);
    new SizingReader(type, finder, mistakes).check(poolNames.all(), anyPromise);
    if (instantiable && callees.areInstantiable()) {
      DryRun.of(type, bodies.source(), bodies.all(), mistakes);
    }
    requireNoMistakes();
    List<Objective> objectives = new ArrayList<>(serviceObjectives);
    endpointModels.forEach(endpoint -> objectives.addAll(endpoint.objectives()));
    List<String> notes = new ArrayList<>(settings.notes());
    notes.addAll(callees.notes());
    return new ServiceModel(
        type,
        scenario(
            new Service(
                ClassName.of(type), server, pools, limiter, bodies.endpoints(), prices, autoscaler),
            callees.services(),
            network,
            workload.orElseThrow(),
            faults,
            objectives,
            runs.orElseThrow(),
            whatIfs,
            notes),
        serviceObjectives,
        endpointModels);
  }

  private Scenario scenario(
      Service service,
      List<Service> callees,
      Network network,
      Workload workload,
      List<Fault> faults,
      List<Objective> objectives,
      RunPlan runs,
      List<WhatIf> whatIfs,
      List<String> notes) {
    List<Link> bothWays = Link.bothWays(service.name(), network, network);
    List<Node> nodes = new ArrayList<>(List.of(service));
    nodes.addAll(callees);
    try {
      return new Scenario(
          service.name(), nodes, bothWays, workload, faults, objectives, runs, whatIfs, notes);
    } catch (InvalidScenarioException invalid) {
      invalid.mistakes().forEach(mistake -> mistakes.add(type, mistake));
      throw new InvalidModelException(type, mistakes.all());
    }
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
