package dev.fastsim.model;

import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LlmCall;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.model.ClassFacts.MethodFacts;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Step;
import dev.fastsim.units.ByteSizes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the step annotations on the methods of a closure into a {@link StepCatalog}. */
final class StepReader {

  private static final Distribution NO_TIME = new Constant(0);

  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final Server server;
  private final PoolNames pools;
  private final LlmReader calls;

  /** What the names of steps begin with, so that no two services have steps of one name. */
  private final String prefix;

  StepReader(
      AnnotationFinder finder,
      Mistakes mistakes,
      Server server,
      PoolNames pools,
      LlmReader calls,
      String prefix) {
    this.finder = finder;
    this.mistakes = mistakes;
    this.server = server;
    this.pools = pools;
    this.calls = calls;
    this.prefix = prefix;
  }

  /**
   * Reads all steps. One with mistakes is in the catalog too, in a harmless form, so that the dry
   * run can go on.
   */
  StepCatalog read(Class<?> modelClass, ClassClosure closure, List<StepMethod> methods) {
    StepCatalog catalog = new StepCatalog(modelClass, closure);
    Map<StepMethod, String> names = StepMethod.names(modelClass, methods);
    for (StepMethod method : methods) {
      read(method, prefix + names.getOrDefault(method, method.facts().name()), catalog);
    }
    return catalog;
  }

  private void read(StepMethod step, String name, StepCatalog catalog) {
    MethodFacts facts = step.facts();
    Optional<CpuStep> cpu = finder.onMethod(step.method(), CpuStep.class);
    Optional<IoWait> io = finder.onMethod(step.method(), IoWait.class);
    Optional<LlmCall> llm = finder.onMethod(step.method(), LlmCall.class);
    Optional<RamStep> ram = finder.onMethod(step.method(), RamStep.class);
    if (!facts.hasBody()) {
      Class<?> type = step.method().getDeclaringClass();
      String text =
          "a step must have a body, because it is recorded when its body is entered, but this"
              + " method is abstract or native; annotate the method that implements it";
      mistakes.add(type, step.method(), null, text);
      return;
    }
    if (cpu.isPresent() && io.isPresent()) {
      mistakes
          .on(step.method(), CpuStep.class)
          .refuse(
              "it stands beside @IoWait, and nobody can tell which comes first; make two methods"
                  + " of it");
    }
    if (llm.isPresent() && (cpu.isPresent() || io.isPresent())) {
      mistakes
          .on(step.method(), LlmCall.class)
          .refuse(
              "it stands beside %s, and nobody can tell which comes first; make two methods of it"
                  .formatted(cpu.isPresent() ? "@CpuStep" : "@IoWait"));
    }
    boolean takesTime = cpu.isPresent() || io.isPresent() || llm.isPresent();
    ram.map(words -> ram(step, words, takesTime ? name + " memory" : name))
        .ifPresent(memory -> catalog.add(step.type(), facts, memory));
    if (cpu.isPresent()) {
      catalog.add(step.type(), facts, cpu(step, cpu.get(), name));
    } else if (io.isPresent()) {
      catalog.add(step.type(), facts, io(step, io.get(), name));
    } else if (llm.isPresent()) {
      catalog.add(step.type(), facts, calls.step(step.method(), llm.get(), name));
    }
  }

  private Step cpu(StepMethod step, CpuStep words, String name) {
    Place place = mistakes.on(step.method(), CpuStep.class);
    return new Step.Cpu(name, time(place, words.value()));
  }

  private Step io(StepMethod step, IoWait words, String name) {
    Place place = mistakes.on(step.method(), IoWait.class);
    Distribution time = time(place, words.value());
    if (words.pool().isEmpty()) {
      return new Step.Io(name, time, Optional.empty(), words.blocking());
    }
    pools.require(words.pool(), place);
    return new Step.Io(name, time, Optional.of(words.pool()), words.blocking());
  }

  private Step ram(StepMethod step, RamStep words, String name) {
    Place place = mistakes.on(step.method(), RamStep.class);
    long bytes = place.attribute("value", () -> ByteSizes.parseBytes(words.value())).orElse(0L);
    if (bytes > server.ramBytes()) {
      place.refuse(
          "value",
          "a request needs '%s', but a replica has only %s (@Server(ram)); it could never start"
              .formatted(words.value(), ByteSizes.format((double) server.ramBytes())));
    }
    return new Step.Ram(name, bytes);
  }

  private static Distribution time(Place place, String text) {
    return place.attribute("value", () -> Distribution.ofDurations(text)).orElse(NO_TIME);
  }
}
