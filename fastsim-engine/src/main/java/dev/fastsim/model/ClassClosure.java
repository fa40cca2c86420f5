package dev.fastsim.model;

import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LlmCall;
import dev.fastsim.annotations.RamStep;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes a model may use: its own classes that can be reached from the model class through the
 * references in their code, breadth first, in a fixed order.
 *
 * <p>A class with endpoints of its own is another model, and the walk stops there, unless it is a
 * superclass of the model or encloses it.
 */
final class ClassClosure {

  private static final List<Class<? extends Annotation>> STEPS =
      List.of(CpuStep.class, IoWait.class, LlmCall.class, RamStep.class);

  private final OwnClasses own;
  private final Map<String, ClassFacts> members = new LinkedHashMap<>();
  private final Set<String> otherModels = new HashSet<>();
  private final Map<String, Optional<Class<?>>> annotationTypes = new ConcurrentHashMap<>();

  private ClassClosure(OwnClasses own) {
    this.own = own;
  }

  /**
   * Walks.
   *
   * @throws IOException if a class file cannot be read
   */
  static ClassClosure of(Class<?> modelClass, OwnClasses own) throws IOException {
    ClassClosure closure = new ClassClosure(own);
    closure.walk(modelClass.getName(), family(modelClass));
    return closure;
  }

  /** The classes that are part of the model even if they have endpoints. */
  private static Set<String> family(Class<?> modelClass) {
    Set<String> names = new HashSet<>();
    AnnotationFinder.levels(modelClass)
        .forEach(level -> level.forEach(type -> names.add(type.getName())));
    for (Class<?> type = modelClass; type != null; type = type.getEnclosingClass()) {
      names.add(type.getName());
    }
    return names;
  }

  private void walk(String start, Set<String> family) throws IOException {
    Queue<String> open = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String name = open.remove();
      ClassFacts facts = ClassFactsReader.read(own.bytes(name));
      if (isModel(facts) && !family.contains(name)) {
        otherModels.add(name);
        continue;
      }
      members.put(name, facts);
      for (String reference : facts.references()) {
        if (own.contains(reference) && seen.add(reference)) {
          open.add(reference);
        }
      }
    }
  }

  /** The classes, in the order they were reached; the model class first. */
  List<ClassFacts> members() {
    return new ArrayList<>(members.values());
  }

  Optional<ClassFacts> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Whether the walk stopped at this class because it is a model itself. */
  boolean isOtherModel(String name) {
    return otherModels.contains(name);
  }

  private boolean isModel(ClassFacts facts) {
    return facts.methods().stream().anyMatch(this::isEndpoint);
  }

  boolean isEndpoint(ClassFacts.MethodFacts method) {
    return carries(method, Endpoint.class);
  }

  boolean isStep(ClassFacts.MethodFacts method) {
    return STEPS.stream().anyMatch(kind -> carries(method, kind));
  }

  private boolean carries(ClassFacts.MethodFacts method, Class<? extends Annotation> kind) {
    if (method.isMadeUp()) {
      return false; // a bridge bears copies of the annotations of what it calls
    }
    return method.annotations().stream()
        .flatMap(name -> annotationTypes.computeIfAbsent(name, this::load).stream())
        .anyMatch(type -> AnnotationFinder.carries(type, kind));
  }

  private Optional<Class<?>> load(String annotationType) {
    try {
      return Optional.of(Class.forName(annotationType, false, own.application()));
    } catch (ClassNotFoundException | LinkageError absent) {
      return Optional.empty(); // as the JVM does
    }
  }
}
