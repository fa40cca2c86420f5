package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one step of a scenario take so many times as long. The step keeps its name, and with it its
 * stream of random numbers.
 */
final class StepTimes {

  private final String step;
  private final double factor;

  /** Endpoints that share a source go on sharing one. */
  private final Map<ProgramSource, ProgramSource> sources = new IdentityHashMap<>();

  StepTimes(String step, double factor) {
    this.step = step;
    this.factor = factor;
  }

  Scenario applyTo(Scenario scenario) {
    return scenario.withNodes(
        scenario.nodes().stream()
            .<Node>map(
                node ->
                    node instanceof Service service
                        ? service.withEndpoints(
                            service.endpoints().stream().map(this::endpoint).toList())
                        : node)
            .toList());
  }

  private Endpoint endpoint(Endpoint endpoint) {
    return new Endpoint(
        endpoint.name(), endpoint.weight(), endpoint.limiter(), body(endpoint.body()));
  }

  private Body body(Body body) {
    if (body instanceof Body.Fixed fixed) {
      return new Body.Fixed(steps(fixed.steps()));
    } else if (body instanceof Body.Mixed mixed) {
      return new Body.Mixed(
          mixed.variants().stream()
              .map(variant -> new Body.Variant(variant.weight(), steps(variant.steps())))
              .toList());
    }
    Body.Recorded recorded = (Body.Recorded) body;
    ProgramSource source =
        sources.computeIfAbsent(
            recorded.source(), each -> new Retimed(each, steps(each.vocabulary())));
    return new Body.Recorded(source, recorded.entry());
  }

  private List<Step> steps(List<Step> steps) {
    return steps.stream().map(this::step).toList();
  }

  private Step step(Step each) {
    if (!each.name().equals(step)) {
      return each;
    } else if (each instanceof Step.Cpu cpu) {
      return new Step.Cpu(cpu.name(), times(cpu.time()));
    } else if (each instanceof Step.Io io) {
      return new Step.Io(io.name(), times(io.time()), io.pool(), io.blocking());
    } else if (each instanceof Step.Call call) {
      return new Step.Call(
          call.name(), call.service(), call.endpoint(), times(call.latency()), call.pool());
    }
    if (each instanceof Step.Llm llm) {
      return new Step.Llm(
          llm.name(),
          llm.model(),
          llm.provider(),
          llm.inputTokens(),
          llm.outputTokens(),
          times(llm.firstToken()),
          times(llm.perOutputToken()),
          llm.prices());
    }
    return each;
  }

  private Distribution times(Distribution time) {
    try {
      return time.scaledBy(factor);
    } catch (UnsupportedOperationException noTime) {
      throw new IllegalArgumentException(
          "the time of step '%s' is %s, which has no multiples".formatted(step, time.text()),
          noTime);
    }
  }

  /**
   * The same programs with other words: what they record keeps its number.
   *
   * @param source of the programs
   * @param vocabulary as long as theirs
   */
  private record Retimed(ProgramSource source, List<Step> vocabulary) implements ProgramSource {
    @Override
    public Program open(TraceRecorder recorder) {
      return source.open(recorder);
    }
  }
}
