package dev.fastsim.model;

import dev.fastsim.model.ClassFacts.MethodFacts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.Type;

/**
 * A method that carries a step annotation, as the class file and as the application's class show
 * it.
 */
record StepMethod(ClassFacts type, MethodFacts facts, Method method) {

  /**
   * The step methods of a closure, in its order.
   *
   * @throws ReflectiveOperationException if a class cannot be loaded
   */
  static List<StepMethod> of(ClassClosure closure, ClassLoader application)
      throws ReflectiveOperationException {
    List<StepMethod> steps = new ArrayList<>();
    for (ClassFacts type : closure.members()) {
      for (MethodFacts facts : type.methods()) {
        if (closure.isStep(facts)) {
          Class<?> loaded = Class.forName(type.name(), false, application);
          steps.add(new StepMethod(type, facts, find(loaded, facts)));
        }
      }
    }
    return steps;
  }

  /** The method of a loaded class that its class file describes so. */
  static Method find(Class<?> type, MethodFacts facts) throws NoSuchMethodException {
    for (Method method : type.getDeclaredMethods()) {
      if (facts.is(method.getName(), Type.getMethodDescriptor(method))) {
        return method;
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + facts.key());
  }

  /**
   * Names for steps: {@code parse} in the model class and its superclasses, {@code Parser.parse} in
   * other classes; with the parameter types where that is not unique, and with the whole class name
   * where that is not either.
   */
  static Map<StepMethod, String> names(Class<?> modelClass, List<StepMethod> steps) {
    Map<StepMethod, String> names = new LinkedHashMap<>();
    for (StepMethod step : steps) {
      names.put(step, step.shortName(modelClass));
    }
    lengthen(names, step -> step.shortName(modelClass) + step.parameters(Class::getSimpleName));
    lengthen(
        names,
        step -> step.type.name() + '.' + step.facts.name() + step.parameters(Class::getTypeName));
    return names;
  }

  private static void lengthen(Map<StepMethod, String> names, Function<StepMethod, String> longer) {
    Map<String, Long> uses =
        names.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    names.replaceAll((step, name) -> uses.getOrDefault(name, 0L) > 1 ? longer.apply(step) : name);
  }

  private String shortName(Class<?> modelClass) {
    Class<?> owner = method.getDeclaringClass();
    if (owner.isAssignableFrom(modelClass)) {
      return facts.name();
    }
    String simple = owner.getSimpleName();
    return (simple.isEmpty() ? ClassName.of(owner) : simple) + '.' + facts.name();
  }

  private String parameters(Function<Class<?>, String> name) {
    return Arrays.stream(method.getParameterTypes())
        .map(name)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
