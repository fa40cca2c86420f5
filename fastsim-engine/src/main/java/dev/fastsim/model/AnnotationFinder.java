package dev.fastsim.model;

import dev.fastsim.annotations.ConnectionPool;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds annotations on a class, on what it inherits from, and on other annotations.
 *
 * <p>The distance of an annotation is first how many steps up the hierarchy it stands, then how
 * many annotations deep. The nearest wins; two that differ at the same distance are a mistake.
 */
final class AnnotationFinder {

  private final Mistakes mistakes;

  AnnotationFinder(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * An annotation and its distance.
   *
   * @param level how many steps up the class hierarchy; 0 on the class itself
   * @param depth how many annotations away; 0 when written on the class or method
   */
  record Found<A extends Annotation>(A annotation, int level, int depth) {

    boolean isAsNearAs(Found<?> other) {
      return level == other.level && depth == other.depth;
    }

    boolean isNearerThan(Found<?> other) {
      return level < other.level || (level == other.level && depth < other.depth);
    }
  }

  /** The nearest one on a method; methods inherit nothing. */
  <A extends Annotation> Optional<A> onMethod(Method method, Class<A> kind) {
    return nearest(occurrences(method, kind, 0), mistakes.on(method, kind)).map(Found::annotation);
  }

  /** The nearest one on a class or what it inherits from. */
  <A extends Annotation> Optional<Found<A>> onClass(Class<?> type, Class<A> kind) {
    List<Found<A>> found = onNearestLevel(type, kind);
    return found.isEmpty() ? Optional.empty() : nearest(found, mistakes.on(type, kind));
  }

  /** All of a repeatable kind that are as near as the nearest, as they are written. */
  <A extends Annotation> List<A> allOnClass(Class<?> type, Class<A> kind) {
    List<Found<A>> found = onNearestLevel(type, kind);
    int depth = found.stream().mapToInt(Found::depth).min().orElse(0);
    return found.stream().filter(one -> one.depth() == depth).map(Found::annotation).toList();
  }

  private static <A extends Annotation> List<Found<A>> onNearestLevel(
      Class<?> type, Class<A> kind) {
    int level = 0;
    for (Set<Class<?>> types : levels(type)) {
      List<Found<A>> found = new ArrayList<>();
      for (Class<?> each : types) {
        found.addAll(occurrences(each, kind, level));
      }
      if (!found.isEmpty()) {
        return found;
      }
      level++;
    }
    return List.of();
  }

  /** The connection pools of all levels; of two with one name, the nearer. */
  List<ConnectionPool> pools(Class<?> type) {
    Map<String, Found<ConnectionPool>> byName = new LinkedHashMap<>();
    int level = 0;
    for (Set<Class<?>> types : levels(type)) {
      for (Class<?> each : types) {
        for (Found<ConnectionPool> pool : occurrences(each, ConnectionPool.class, level)) {
          Found<ConnectionPool> known = byName.putIfAbsent(pool.annotation().name(), pool);
          if (known != null && pool.isNearerThan(known)) {
            byName.put(pool.annotation().name(), pool);
          } else if (known != null && pool.isAsNearAs(known)) {
            nearest(List.of(known, pool), mistakes.on(type, ConnectionPool.class));
          }
        }
      }
      level++;
    }
    return byName.values().stream().map(Found::annotation).toList();
  }

  /** Whether a method that carries an annotation of this type carries one of the given kind. */
  static boolean carries(Class<?> annotationType, Class<? extends Annotation> kind) {
    return annotationType == kind || !occurrences(annotationType, kind, 0).isEmpty();
  }

  /** A class, then its superclass and interfaces, then theirs, each type once. */
  static List<Set<Class<?>>> levels(Class<?> type) {
    List<Set<Class<?>>> levels = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    Set<Class<?>> level = new LinkedHashSet<>(List.of(type));
    while (!level.isEmpty()) {
      levels.add(level);
      seen.addAll(level);
      Set<Class<?>> next = new LinkedHashSet<>();
      for (Class<?> each : level) {
        if (each.getSuperclass() != null && each.getSuperclass() != Object.class) {
          next.add(each.getSuperclass());
        }
        next.addAll(Arrays.asList(each.getInterfaces()));
      }
      next.removeAll(seen);
      level = next;
    }
    return levels;
  }

  private static <A extends Annotation> Optional<Found<A>> nearest(
      List<Found<A>> found, Mistakes.Place place) {
    int depth = found.stream().mapToInt(Found::depth).min().orElse(0);
    List<A> candidates =
        found.stream()
            .filter(one -> one.depth() == depth)
            .map(Found::annotation)
            .distinct()
            .toList();
    if (candidates.size() > 1) {
      place.refuse(
          "it is ambiguous: %s and %s are equally near; put the one that is meant here"
              .formatted(candidates.get(0), candidates.get(1)));
    }
    return found.stream().filter(one -> one.depth() == depth).findFirst();
  }

  /** By depth; each annotation type is looked into once, so that cycles end. */
  private static <A extends Annotation> List<Found<A>> occurrences(
      AnnotatedElement element, Class<A> kind, int level) {
    List<Found<A>> found = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    List<AnnotatedElement> layer = List.of(element);
    for (int depth = 0; !layer.isEmpty(); depth++) {
      List<AnnotatedElement> next = new ArrayList<>();
      for (AnnotatedElement each : layer) {
        for (A annotation : each.getDeclaredAnnotationsByType(kind)) {
          found.add(new Found<>(annotation, level, depth));
        }
        for (Annotation other : each.getDeclaredAnnotations()) {
          Class<? extends Annotation> type = other.annotationType();
          if (type != kind && !type.getName().startsWith("java.lang.") && seen.add(type)) {
            next.add(type);
          }
        }
      }
      layer = next;
    }
    return found;
  }
}
