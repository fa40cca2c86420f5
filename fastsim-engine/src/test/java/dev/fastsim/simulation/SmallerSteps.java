package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies without a choice, fewer steps, constant times. */
final class SmallerSteps {

  static final List<Shrinker.Way> WAYS =
      List.of(SmallerSteps::simplerBodies, SmallerSteps::simplerSteps);

  private SmallerSteps() {}

  private static Stream<Supplier<Scenario>> simplerBodies(Scenario scenario) {
    return scenario.services().stream()
        .flatMap(
            service ->
                service.endpoints().stream()
                    .flatMap(
                        it ->
                            simpler(it.body())
                                .map(body -> () -> with(scenario, service, it, body))));
  }

  private static Scenario with(Scenario scenario, Service service, Endpoint it, Body body) {
    Endpoint other = new Endpoint(it.name(), it.weight(), it.limiter(), body);
    Service changed =
        SmallerServices.with(service, Rebuilding.with(service.endpoints(), it, other));
    return Rebuilding.withServices(scenario, each -> each == service ? changed : each);
  }

  private static Stream<Body> simpler(Body body) {
    if (body instanceof Body.Fixed fixed) {
      return Rebuilding.shorter(fixed.steps()).map(Body.Fixed::new);
    } else if (body instanceof Body.Mixed mixed) {
      return Stream.concat(
          mixed.variants().stream().map(variant -> new Body.Fixed(variant.steps())),
          simpler(mixed.variants()).map(Body.Mixed::new));
    }
    Body.Recorded recorded = (Body.Recorded) body;
    Stream<Body> fixed = Stream.of(new Body.Fixed(recorded.vocabulary()));
    return recorded.source() instanceof RandomProgram program
        ? Stream.concat(
            fixed, simpler(program).map(other -> new Body.Recorded(other, recorded.entry())))
        : fixed;
  }

  private static Stream<List<Body.Variant>> simpler(List<Body.Variant> variants) {
    return Stream.concat(
        Rebuilding.shorter(variants).filter(some -> !some.isEmpty()),
        variants.stream()
            .flatMap(
                variant ->
                    Stream.concat(Stream.of(variant.steps()), Rebuilding.shorter(variant.steps()))
                        .map(steps -> new Body.Variant(1, steps))
                        .map(other -> Rebuilding.with(variants, variant, other))));
  }

  private static Stream<RandomProgram> simpler(RandomProgram program) {
    List<Integer> all = IntStream.range(0, program.vocabulary().size()).boxed().toList();
    Stream<RandomProgram> shorter =
        Rebuilding.shorter(all)
            .map(
                some ->
                    new RandomProgram(
                        some.stream().map(program.vocabulary()::get).toList(),
                        some.stream().map(program.chances()::get).toList(),
                        program.repeats()));
    List<Double> always = program.chances().stream().map(chance -> 1.0).toList();
    return Stream.concat(
        shorter, Stream.of(new RandomProgram(program.vocabulary(), always, program.repeats())));
  }

  private static Stream<Supplier<Scenario>> simplerSteps(Scenario scenario) {
    return scenario.steps().stream()
        .flatMap(
            step ->
                simpler(step)
                    .map(
                        other ->
                            () ->
                                Rebuilding.withServices(
                                    scenario,
                                    service ->
                                        withSteps(
                                            service, each -> each.equals(step) ? other : each))));
  }

  private static Stream<Step> simpler(Step step) {
    if (step instanceof Step.Cpu cpu) {
      return simpler(cpu.time()).map(time -> new Step.Cpu(cpu.name(), time));
    } else if (step instanceof Step.Io io) {
      return Stream.concat(
          Stream.of(
              new Step.Io(io.name(), io.time(), Optional.empty(), io.blocking()),
              new Step.Io(io.name(), io.time(), io.pool(), false)),
          simpler(io.time()).map(time -> new Step.Io(io.name(), time, io.pool(), io.blocking())));
    }
    if (step instanceof Step.Llm llm) {
      return Stream.of(
          new Step.Io(llm.name(), llm.firstToken(), Optional.empty(), false),
          new Step.Llm(
              llm.name(),
              llm.model(),
              LlmProvider.unlimited(llm.provider().name()),
              llm.inputTokens(),
              llm.outputTokens(),
              llm.firstToken(),
              llm.perOutputToken(),
              llm.prices()));
    }
    if (step instanceof Step.Call call) {
      return Stream.concat(
          Stream.of(with(call, call.latency(), Optional.empty())),
          simpler(call.latency()).map(time -> with(call, time, call.pool())));
    }
    return Stream.empty();
  }

  private static Step with(Step.Call call, Distribution latency, Optional<String> pool) {
    return new Step.Call(call.name(), call.service(), call.endpoint(), latency, pool);
  }

  /** Always the same: best a millisecond, else something round. */
  static Stream<Distribution> simpler(Distribution time) {
    if (time instanceof Constant it) {
      return it.value() == 0 ? Stream.empty() : constants(it.value());
    }
    double mean = time.mean();
    Stream<Distribution> near = mean > 0 && mean < 1e9 ? constants(mean) : Stream.empty();
    return Stream.concat(near, Stream.of(0.001, 0.01, 0.1).map(Constant::new));
  }

  private static Stream<Distribution> constants(double most) {
    return Stream.of(0.001, Rebuilding.roundedDown(most, 1), Rebuilding.roundedDown(most, 2), most)
        .map(Constant::new);
  }

  /** The service with every step changed, wherever it occurs. */
  static Service withSteps(Service service, UnaryOperator<Step> change) {
    return SmallerServices.with(
        service,
        service.endpoints().stream()
            .map(
                it ->
                    new Endpoint(
                        it.name(), it.weight(), it.limiter(), withSteps(it.body(), change)))
            .toList());
  }

  private static Body withSteps(Body body, UnaryOperator<Step> change) {
    if (body instanceof Body.Fixed fixed) {
      return new Body.Fixed(fixed.steps().stream().map(change).toList());
    } else if (body instanceof Body.Mixed mixed) {
      return new Body.Mixed(
          mixed.variants().stream()
              .map(it -> new Body.Variant(it.weight(), it.steps().stream().map(change).toList()))
              .toList());
    }
    Body.Recorded recorded = (Body.Recorded) body;
    return recorded.source() instanceof RandomProgram program
        ? new Body.Recorded(
            new RandomProgram(
                program.vocabulary().stream().map(change).toList(),
                program.chances(),
                program.repeats()),
            recorded.entry())
        : recorded;
  }

  static Step withoutPool(Step step, String pool) {
    if (step.connectionPool().filter(pool::equals).isEmpty()) {
      return step;
    }
    return step instanceof Step.Io io
        ? new Step.Io(io.name(), io.time(), Optional.empty(), io.blocking())
        : with((Step.Call) step, ((Step.Call) step).latency(), Optional.empty());
  }
}
