package dev.fastsim.model;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a class must be like for an instance of it to serve one replication and no other. */
final class ShapeRules {

  private ShapeRules() {}

  /**
   * Reports why no instance can be made, if so.
   *
   * @return whether one can
   */
  static boolean check(Class<?> type, Mistakes mistakes) {
    int before = mistakes.count();
    if (type.isInterface()) {
      mistakes.add(type, "it is an interface; a model must be a class that can be instantiated");
    } else if (Modifier.isAbstract(type.getModifiers())) {
      mistakes.add(type, "it is abstract; a model must be a class that can be instantiated");
    } else if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      mistakes.add(type, "it is an inner class, which needs an outer instance; make it static");
    } else {
      checkConstructor(type, mistakes);
    }
    return mistakes.count() == before;
  }

  private static void checkConstructor(Class<?> type, Mistakes mistakes) {
    boolean found =
        Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(constructor -> constructor.getParameterCount() == 0);
    if (!found) {
      mistakes.add(type, "it has no constructor without parameters; add one, of any visibility");
    }
  }

  /** Reports static state that one replication would leave to the next. */
  static void checkStatics(
      Class<?> type, ClassClosure closure, List<StepMethod> steps, Mistakes mistakes) {
    Set<Class<?>> checked = new HashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      checkStatics(each, closure, checked, mistakes);
    }
    steps.forEach(
        step -> checkStatics(step.method().getDeclaringClass(), closure, checked, mistakes));
  }

  private static void checkStatics(
      Class<?> type, ClassClosure closure, Set<Class<?>> checked, Mistakes mistakes) {
    if (!checked.add(type)) {
      return;
    }
    for (String field :
        closure.member(type.getName()).map(ClassFacts::mutableStatics).orElse(List.of())) {
      mistakes.add(
          type,
          "static field '%s' is not final: static state is shared between replications; make it an instance field, or final"
              .formatted(field));
    }
  }
}
