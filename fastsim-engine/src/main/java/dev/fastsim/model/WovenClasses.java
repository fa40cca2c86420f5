package dev.fastsim.model;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The woven class files of a model, made on demand and shared by all its loaders. Thread-safe. */
final class WovenClasses {

  private final OwnClasses own;
  private final ClassClosure closure;
  private final StepCatalog steps;
  private final Map<String, byte[]> woven = new ConcurrentHashMap<>();

  WovenClasses(OwnClasses own, ClassClosure closure, StepCatalog steps) {
    this.own = own;
    this.closure = closure;
    this.steps = steps;
  }

  OwnClasses own() {
    return own;
  }

  /**
   * The woven form of one of the model's own classes.
   *
   * @throws ClassNotFoundException if its class file cannot be read
   */
  byte[] bytes(String name) throws ClassNotFoundException {
    byte[] known = woven.get(name);
    if (known != null) {
      return known;
    }
    try {
      byte[] plain = own.bytes(name);
      ClassFacts facts = closure.member(name).orElseGet(() -> ClassFactsReader.read(plain));
      byte[] made = ClassWeaver.weave(plain, facts, steps);
      byte[] first = woven.putIfAbsent(name, made);
      return first == null ? made : first;
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
