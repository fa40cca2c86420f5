package dev.fastsim.model;

import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.scenario.Server;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.bytebuddy.jar.asm.Type;
import org.apiguardian.api.API;

/**
 * What the annotations of a model class show at a glance: its endpoints and its promises, in the
 * order of {@link ServiceModel}, mistaken ones included. The outline is cheap, runs nothing of the
 * model and reports no mistakes; {@link ServiceModel#read} does.
 *
 * @param modelClass the class
 * @param promises of the service as a whole
 * @param endpoints those of superclasses first, otherwise as they are written in the class
 * @param whatIfs the names of the what-ifs, as written
 * @param baseline the file of the result that endpoints are compared with, if they are
 * @param headroom how many times the traffic the promises are to hold at, if that is promised
 * @param sizing what is promised about the machines, if anything is
 */
@API(status = API.Status.EXPERIMENTAL)
public record ModelOutline(
    Class<?> modelClass,
    List<Promise> promises,
    List<EndpointOutline> endpoints,
    List<String> whatIfs,
    Optional<Path> baseline,
    OptionalDouble headroom,
    Optional<SizingPromise> sizing) {

  public ModelOutline {
    promises = List.copyOf(promises);
    endpoints = List.copyOf(endpoints);
    whatIfs = List.copyOf(whatIfs);
  }

  /**
   * Whether a class has or inherits an endpoint, be it a model or not. A class that cannot be
   * linked has none.
   */
  public static boolean hasEndpoint(Class<?> type) {
    try {
      List<Class<?>> hierarchy = EndpointMethods.hierarchy(type);
      return hierarchy.stream().anyMatch(each -> !endpoints(each, hierarchy).isEmpty());
    } catch (LinkageError | TypeNotPresentException incomplete) {
      return false;
    }
  }

  /** Looks at a class. */
  public static ModelOutline of(Class<?> modelClass) {
    Mistakes reportedByTheReading = new Mistakes();
    AnnotationFinder finder = new AnnotationFinder(reportedByTheReading);
    ObjectiveReader promises = new ObjectiveReader(modelClass, finder, reportedByTheReading);
    BaselineReader baseline = new BaselineReader(modelClass, finder, reportedByTheReading);
    List<String> pools = finder.pools(modelClass).stream().map(ConnectionPool::name).toList();
    List<Class<?>> hierarchy = EndpointMethods.hierarchy(modelClass);
    List<EndpointOutline> endpoints = new ArrayList<>();
    for (Class<?> type : hierarchy) {
      for (Method method : asWritten(type, endpoints(type, hierarchy))) {
        String name = EndpointMethods.name(method, finder);
        endpoints.add(
            new EndpointOutline(
                name, method, promises.ofEndpoint(name, method), baseline.ofEndpoint(name)));
      }
    }
    return new ModelOutline(
        modelClass,
        promises.ofService(Server.DEFAULT, pools),
        endpoints,
        WhatIfReader.names(modelClass, finder),
        baseline.file(),
        HeadroomReader.asWritten(modelClass, finder),
        new SizingReader(modelClass, finder, reportedByTheReading).promise());
  }

  private static List<Method> endpoints(Class<?> type, List<Class<?>> hierarchy) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(EndpointMethods::isEndpoint)
        .filter(method -> !EndpointMethods.isOverridden(method, hierarchy))
        .toList();
  }

  /** Reflection gives methods in no particular order; the class file has that of the source. */
  private static List<Method> asWritten(Class<?> type, List<Method> methods) {
    if (methods.size() < 2) {
      return methods;
    }
    try (InputStream in = type.getResourceAsStream("/" + OwnClasses.path(type.getName()))) {
      if (in == null) {
        return methods;
      }
      List<String> order =
          ClassFactsReader.read(in.readAllBytes()).methods().stream()
              .map(ClassFacts.MethodFacts::key)
              .toList();
      return methods.stream()
          .sorted(Comparator.comparingInt(method -> order.indexOf(key(method))))
          .toList();
    } catch (IOException unreadable) {
      return methods;
    }
  }

  /** As {@link ClassFacts.MethodFacts#key()}. */
  private static String key(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }
}
