package dev.fastsim.model;

import dev.fastsim.model.BodiesReader.Bodies;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models that a model calls, itself or by others, each read once into a service. */
final class Callees {

  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final Set<Class<?>> begun = new HashSet<>();
  private final List<Service> services = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean instantiable = true;

  /**
   * None so far.
   *
   * @param root which calls, and is read by others
   */
  Callees(Class<?> root, AnnotationFinder finder, Mistakes mistakes) {
    this.finder = finder;
    this.mistakes = mistakes;
    begun.add(root);
  }

  /** The services without mistakes, in the order in which they were found. */
  List<Service> services() {
    return List.copyOf(services);
  }

  /** What was taken from their settings. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether instances of all of them can be made, which whoever calls them needs. */
  boolean areInstantiable() {
    return instantiable;
  }

  /** Reads a model, and those that it calls, unless that is done. */
  void read(Class<?> type) throws IOException, ReflectiveOperationException {
    if (!begun.add(type)) {
      return;
    }
    boolean isInstantiable = ShapeRules.check(type, mistakes);
    instantiable &= isInstantiable;
    MachineReader machine = new MachineReader(type, finder, mistakes);
    Server server = machine.server();
    SettingsReader settings = new SettingsReader(type, finder, mistakes);
    PoolReader poolReader = new PoolReader(type, finder, mistakes, settings);
    LimiterReader limiters = new LimiterReader(type, finder, mistakes, settings);
    PoolNames poolNames = poolReader.names();
    List<ConnectionPool> pools = poolReader.pools();
    Optional<Limiter> limiter = limiters.ofService();
    Prices prices = machine.prices();
    String name = ClassName.of(type);
    int place = services.size();
    Bodies bodies =
        new BodiesReader(type, finder, mistakes, limiters, this)
            .read(new OwnClasses(type), server, poolNames, name + ".");
    if (isInstantiable && instantiable) {
      DryRun.of(type, bodies.source(), bodies.all(), mistakes);
    }
    notes.addAll(settings.notes());
    services.add(
        place,
        new Service(
            name, server, pools, limiter, bodies.endpoints(), prices, machine.autoscaler()));
  }
}
