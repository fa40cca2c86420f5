package dev.fastsim.model;

import dev.fastsim.annotations.EventLoopPerCore;
import dev.fastsim.annotations.ThreadPool;
import dev.fastsim.annotations.VirtualThreads;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.scenario.Concurrency;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads how a replica works on several requests at once: the nearest annotation that says it, of
 * whatever kind. Two kinds that are equally near contradict each other.
 */
final class ConcurrencyReader {

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;

  ConcurrencyReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
  }

  Concurrency concurrency() {
    List<? extends Found<? extends Annotation>> found =
        Stream.of(ThreadPool.class, VirtualThreads.class, EventLoopPerCore.class)
            .map(kind -> finder.onClass(type, kind))
            .flatMap(Optional::stream)
            .toList();
    List<? extends Annotation> nearest =
        found.stream()
            .filter(each -> found.stream().noneMatch(other -> other.isNearerThan(each)))
            .map(Found::annotation)
            .toList();
    if (nearest.size() > 1) {
      mistakes
          .on(type, nearest.get(1).annotationType())
          .refuse(
              "the service has a @%s, too; leave one of them out"
                  .formatted(nearest.get(0).annotationType().getSimpleName()));
    }
    return nearest.stream()
        .findFirst()
        .flatMap(this::concurrency)
        .orElseGet(Concurrency.EventLoop::new);
  }

  private Optional<Concurrency> concurrency(Annotation words) {
    if (words instanceof ThreadPool pool) {
      return mistakes
          .on(type, ThreadPool.class)
          .whole(() -> new Concurrency.ThreadPool(pool.threads(), pool.acceptQueue()));
    }
    return Optional.of(
        words instanceof VirtualThreads
            ? new Concurrency.VirtualThreads()
            : new Concurrency.EventLoopPerCore());
  }
}
