package dev.fastsim.model;

import dev.fastsim.annotations.Remote;
import dev.fastsim.model.EndpointMethods.Found;
import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Step;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a model class that stand for services it calls. */
final class RemoteReader {

  private static final String WORD = "@" + Remote.class.getSimpleName();

  private final Class<?> type;
  private final OwnClasses own;
  private final ClassClosure closure;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final PoolNames pools;

  RemoteReader(
      Class<?> type,
      OwnClasses own,
      ClassClosure closure,
      AnnotationFinder finder,
      Mistakes mistakes,
      PoolNames pools) {
    this.type = type;
    this.own = own;
    this.closure = closure;
    this.finder = finder;
    this.mistakes = mistakes;
    this.pools = pools;
  }

  private record RemoteField(Field field, Remote words) {}

  /**
   * Adds the calls to the steps, and the services that are called to the callees.
   *
   * @return the fields that can be set
   */
  List<Field> read(StepCatalog steps, Callees callees)
      throws IOException, ReflectiveOperationException {
    List<Field> fields = new ArrayList<>();
    Map<Class<?>, RemoteField> byType = new LinkedHashMap<>();
    for (Class<?> level = type; level != null; level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        Remote words = field.getDeclaredAnnotation(Remote.class);
        if (words != null && isSound(field, words, byType.get(field.getType()))) {
          fields.add(field);
          RemoteField remote = new RemoteField(field, words);
          if (byType.putIfAbsent(field.getType(), remote) == null) {
            addCalls(field, words, steps);
            callees.read(field.getType());
          }
        }
      }
    }
    return fields;
  }

  private boolean isSound(Field field, Remote words, @Nullable RemoteField same) {
    int before = mistakes.count();
    Class<?> callee = field.getType();
    if (Modifier.isStatic(field.getModifiers())) {
      refuse(
          field, "it is static, but is set anew for each replication; make it an instance field");
    }
    if (!own.contains(callee.getName())) {
      refuse(field, "%s is no model class of this project".formatted(ClassName.of(callee)));
    }
    if (same != null && !same.words().equals(words)) {
      refuse(
          field,
          "'%s' says something else of the way to %s, and there is one way only; let them agree"
              .formatted(same.field().getName(), ClassName.of(callee)));
    }
    return mistakes.count() == before;
  }

  private void addCalls(Field field, Remote words, StepCatalog steps)
      throws IOException, ReflectiveOperationException {
    Class<?> callee = field.getType();
    Distribution latency = latency(field, words);
    Optional<String> pool = Optional.of(words.pool()).filter(name -> !name.isEmpty());
    if (pool.isPresent() && !pools.all().contains(pool.get())) {
      refuse(
          field,
          "there is no pool '%s' in %s, which calls; its pools are %s"
              .formatted(pool.get(), ClassName.of(type), pools.all()));
    }
    ClassClosure theirs = ClassClosure.of(callee, own);
    for (Found found : new EndpointMethods(callee, theirs, mistakes).all()) {
      String method = found.method().getName();
      if (closure.member(found.type().name()).isPresent()) {
        refuse(
            field,
            "its endpoint '%s' is declared in %s, which is a part of %s, too, so that a call could not be told from the work itself"
                .formatted(method, ClassName.of(found.type().name()), ClassName.of(type)));
      } else if (found.method().getReturnType() != void.class) {
        refuse(
            field,
            "%s.%s returns %s, but what it answers is not known when the call is recorded; let it return nothing"
                .formatted(
                    ClassName.of(callee), method, found.method().getReturnType().getSimpleName()));
      } else {
        String endpoint = EndpointMethods.name(found.method(), finder);
        String service = ClassName.of(callee);
        steps.addCall(
            found.type(),
            found.facts(),
            new Step.Call(
                Step.Call.usualName(service, endpoint), service, endpoint, latency, pool));
      }
    }
  }

  private Distribution latency(Field field, Remote words) {
    try {
      return Distribution.ofDurations(words.latency());
    } catch (IllegalArgumentException refused) {
      refuse(field, "latency: " + refused.getMessage());
      return new Constant(0);
    }
  }

  private void refuse(Field field, String text) {
    mistakes.add(
        field.getDeclaringClass(), null, WORD, "field '%s': %s".formatted(field.getName(), text));
  }
}
