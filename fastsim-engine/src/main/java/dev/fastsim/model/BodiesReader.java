package dev.fastsim.model;

import dev.fastsim.model.EndpointMethods.Found;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Server;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the endpoints of one model class: their bodies, the steps in them, and what they call. */
final class BodiesReader {

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final LimiterReader limiters;
  private final Callees callees;

  BodiesReader(
      Class<?> type,
      AnnotationFinder finder,
      Mistakes mistakes,
      LimiterReader limiters,
      Callees callees) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
    this.limiters = limiters;
    this.callees = callees;
  }

  /**
   * What was read.
   *
   * @param source of the bodies
   * @param methods by entry number
   * @param names by entry number
   * @param endpoints but for those with mistakes
   */
  record Bodies(
      RecordedSource source, List<Found> methods, List<String> names, List<Endpoint> endpoints) {

    List<Method> all() {
      return methods.stream().map(Found::method).toList();
    }
  }

  /**
   * Reads.
   *
   * @param prefix what the names of steps begin with
   */
  Bodies read(OwnClasses own, Server server, PoolNames pools, String prefix)
      throws IOException, ReflectiveOperationException {
    ClassClosure closure = ClassClosure.of(type, own);
    List<StepMethod> stepMethods = StepMethod.of(closure, own.application());
    ShapeRules.checkStatics(type, closure, stepMethods, mistakes);
    StepCatalog steps =
        new StepReader(
                finder, mistakes, server, pools, new LlmReader(type, finder, mistakes), prefix)
            .read(type, closure, stepMethods);
    List<Field> remotes =
        new RemoteReader(type, own, closure, finder, mistakes, pools).read(steps, callees);
    List<Found> methods = new EndpointMethods(type, closure, mistakes).all();
    List<Method> bodies = methods.stream().map(Found::method).toList();
    List<String> names = bodies.stream().map(it -> EndpointMethods.name(it, finder)).toList();
    checkNames(names, bodies);
    WovenClasses woven = new WovenClasses(own, closure, steps);
    RecordedSource source = new RecordedSource(type, woven, steps, bodies, names, remotes);
    List<Endpoint> endpoints = new ArrayList<>();
    for (int entry = 0; entry < bodies.size(); entry++) {
      Body body = new Body.Recorded(source, entry);
      endpoint(bodies.get(entry), names.get(entry), body).ifPresent(endpoints::add);
    }
    return new Bodies(source, methods, names, endpoints);
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

  private Optional<Endpoint> endpoint(Method method, String name, Body body) {
    double weight =
        finder
            .onMethod(method, dev.fastsim.annotations.Endpoint.class)
            .map(dev.fastsim.annotations.Endpoint::weight)
            .orElse(1.0);
    Optional<Limiter> limiter = limiters.ofEndpoint(method);
    return mistakes
        .on(method, dev.fastsim.annotations.Endpoint.class)
        .whole(() -> new Endpoint(name, weight, limiter, body));
  }
}
