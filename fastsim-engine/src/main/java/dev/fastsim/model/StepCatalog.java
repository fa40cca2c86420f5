package dev.fastsim.model;

import dev.fastsim.model.ClassFacts.MethodFacts;
import dev.fastsim.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps of a model and the numbers they are woven with. Numbers from 0 are indexes into the
 * vocabulary; negative ones are not steps of the model but events that {@link BodyRecorder} knows.
 */
final class StepCatalog {

  /** A static initialiser begins. */
  static final int ENTER_INITIALISER = Integer.MIN_VALUE;

  /** A static initialiser ends. */
  static final int LEAVE_INITIALISER = Integer.MIN_VALUE + 1;

  private final String model;
  private final ClassClosure closure;
  private final List<Step> vocabulary = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();
  private final Map<String, List<Integer>> numbers = new HashMap<>();
  private final Set<String> calls = new HashSet<>();
  private final List<String> strangers = new ArrayList<>();

  StepCatalog(Class<?> modelClass, ClassClosure closure) {
    this.model = ClassName.of(modelClass);
    this.closure = closure;
  }

  /** Adds a step; a method that has several records them in the order they were added. */
  void add(ClassFacts type, MethodFacts method, Step step) {
    numbers
        .computeIfAbsent(type.name() + '.' + method.key(), key -> new ArrayList<>())
        .add(vocabulary.size());
    vocabulary.add(step);
    methods.add(ClassName.of(type.name()) + '.' + method.name());
  }

  /** Adds a call of a method of another model, whose body is not to run here. */
  void addCall(ClassFacts type, MethodFacts method, Step.Call call) {
    add(type, method, call);
    calls.add(type.name() + '.' + method.key());
  }

  /** Whether a method stands for a call of another service. */
  boolean isCall(ClassFacts type, MethodFacts method) {
    return calls.contains(type.name() + '.' + method.key());
  }

  List<Step> vocabulary() {
    return List.copyOf(vocabulary);
  }

  /** The method a step stands on: {@code Checkout.parse}. */
  String methodOf(int number) {
    return methods.get(number);
  }

  /** The numbers a method records when it is entered; none for a method that is not a step. */
  List<Integer> numbersOf(ClassFacts type, MethodFacts method) {
    List<Integer> known = numbers.get(type.name() + '.' + method.key());
    if (known != null) {
      return known;
    }
    boolean stranger = closure.member(type.name()).isEmpty() && closure.isStep(method);
    return stranger ? List.of(stranger(type, method)) : List.of();
  }

  private int stranger(ClassFacts type, MethodFacts method) {
    String owner = ClassName.of(type.name());
    String reason =
        closure.isOtherModel(type.name())
            ? "is a step of another model, %s, and cannot be a step of %s too; move it to a class without endpoints that both models use, or call an endpoint of %s by a @Remote field"
                .formatted(owner, model, owner)
            : "is a step that %s calls, but no code of %s refers to %s; name that class in the model, so that its steps are known before it runs"
                .formatted(model, model, owner);
    synchronized (strangers) {
      strangers.add("%s.%s %s".formatted(owner, method.name(), reason));
      return -strangers.size();
    }
  }

  /** What is wrong with a call of the step of this negative number. */
  String stranger(int number) {
    synchronized (strangers) {
      return strangers.get(-number - 1);
    }
  }
}
