package dev.fastsim.model;

import dev.fastsim.annotations.Endpoint;
import dev.fastsim.model.ClassFacts.MethodFacts;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the endpoint methods of a model class, those it inherits first. */
final class EndpointMethods {

  private final Class<?> modelClass;
  private final ClassClosure closure;
  private final Mistakes mistakes;
  private final List<Class<?>> hierarchy;

  EndpointMethods(Class<?> modelClass, ClassClosure closure, Mistakes mistakes) {
    this.modelClass = modelClass;
    this.closure = closure;
    this.mistakes = mistakes;
    this.hierarchy = hierarchy(modelClass);
  }

  /** The class and its supertypes, the farthest first. */
  static List<Class<?>> hierarchy(Class<?> type) {
    List<Class<?>> hierarchy = new ArrayList<>();
    for (Set<Class<?>> level : AnnotationFinder.levels(type)) {
      hierarchy.addAll(level);
    }
    Collections.reverse(hierarchy);
    return hierarchy;
  }

  /** The name of an endpoint in results. */
  static String name(Method method, AnnotationFinder finder) {
    return finder
        .onMethod(method, Endpoint.class)
        .map(Endpoint::value)
        .filter(name -> !name.isEmpty())
        .orElse(method.getName());
  }

  /** Whether a method is an endpoint, unless it is overridden. */
  static boolean isEndpoint(Method method) {
    return !method.isSynthetic()
        && Arrays.stream(method.getDeclaredAnnotations())
            .anyMatch(it -> AnnotationFinder.carries(it.annotationType(), Endpoint.class));
  }

  /** An endpoint method and what its class file says of it. */
  record Found(Method method, ClassFacts type, MethodFacts facts) {}

  List<Found> all() throws NoSuchMethodException {
    int before = mistakes.count();
    List<Found> found = new ArrayList<>();
    for (Class<?> type : hierarchy) {
      Optional<ClassFacts> facts = closure.member(type.getName());
      if (facts.isPresent()) {
        for (MethodFacts method : facts.get().methods()) {
          if (closure.isEndpoint(method)) {
            find(StepMethod.find(type, method), facts.get(), method).ifPresent(found::add);
          }
        }
      } else if (declaresEndpoint(type)) {
        mistakes.add(
            modelClass,
            ("it inherits endpoints from %s, whose jar does not mention dev.fastsim.annotations and"
                    + " is therefore taken for a library")
                .formatted(type.getName()));
      }
    }
    if (found.isEmpty() && mistakes.count() == before) {
      mistakes.add(modelClass, "it has no endpoint; put @Endpoint on at least one method");
    }
    return found;
  }

  private Optional<Found> find(Method method, ClassFacts type, MethodFacts facts) {
    if (isOverridden(method, hierarchy)) {
      return Optional.empty();
    }
    if (method.getParameterCount() > 0) {
      mistakes
          .on(method, Endpoint.class)
          .refuse(
              "an endpoint takes no parameters, but this one takes %s; draw what varies with Flow.sample"
                  .formatted(
                      Arrays.stream(method.getParameterTypes())
                          .map(Class::getSimpleName)
                          .toList()));
      return Optional.empty();
    }
    if (!facts.hasBody()) {
      mistakes
          .on(method, Endpoint.class)
          .refuse("an endpoint must have a body, but this method is abstract or native");
      return Optional.empty();
    }
    return Optional.of(new Found(method, type, facts));
  }

  /** Whether some type of a hierarchy overrides a method of another. */
  static boolean isOverridden(Method method, List<Class<?>> hierarchy) {
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      return false;
    }
    Class<?> owner = method.getDeclaringClass();
    return hierarchy.stream()
        .filter(type -> type != owner && owner.isAssignableFrom(type))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(other -> overrides(other, method));
  }

  private static boolean overrides(Method other, Method method) {
    boolean visible =
        (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
            || other.getDeclaringClass().getPackage() == method.getDeclaringClass().getPackage();
    return visible
        && other.getName().equals(method.getName())
        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())
        && !Modifier.isPrivate(other.getModifiers())
        && !Modifier.isStatic(other.getModifiers());
  }

  private static boolean declaresEndpoint(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(EndpointMethods::isEndpoint);
  }
}
