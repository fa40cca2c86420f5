package dev.fastsim.simulation;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Writes down what one request after the other has to do. */
final class ReferenceBodies {

  private final ReferenceSimulator simulator;
  private final Map<String, Sampler> durations = new HashMap<>();
  private final Map<String, ReferenceChoice> variants = new HashMap<>();
  private final Map<ProgramSource, ProgramSource.Program> programs = new IdentityHashMap<>();
  private ReferenceRequest current = new ReferenceRequest(0);

  ReferenceBodies(ReferenceSimulator simulator) {
    this.simulator = simulator;
  }

  void record(ReferenceRequest request, String service, Endpoint endpoint) {
    current = request;
    request.bodyIsDrawn = true;
    Body body = endpoint.body();
    if (body instanceof Body.Fixed fixed) {
      fixed.steps().forEach(this::take);
    } else if (body instanceof Body.Mixed mixed) {
      ReferenceChoice choice =
          variants.computeIfAbsent(
              "endpoint " + service + "/" + endpoint.name(),
              name ->
                  new ReferenceChoice(
                      mixed.variants().stream().map(Body.Variant::weight).toList(),
                      simulator.stream(name, "variant")));
      mixed.variants().get(choice.draw()).steps().forEach(this::take);
    } else if (body instanceof Body.Recorded recorded) {
      programs
          .computeIfAbsent(recorded.source(), source -> source.open(new Chances(source)))
          .run(recorded.entry());
    }
  }

  private void take(Step step) {
    if (step instanceof Step.Ram memory) {
      current.ram += memory.bytes();
      return;
    }
    if (step instanceof Step.Llm llm) {
      current.work.add(call(llm));
      return;
    }
    Distribution time = step.duration().orElseThrow();
    Sampler nanos =
        durations.computeIfAbsent(
            step.name(),
            name -> time.scaledBy(1e9).sampler(simulator.stream("step " + name, "time")));
    ReferenceRequest.Work work =
        new ReferenceRequest.Work(
            step, nanos.nextNanos(), step instanceof Step.Call ? nanos.nextNanos() : 0);
    simulator.saw(Incident.DREW_STEP_LONGER_THAN_RUN, work.nanos() > simulator.horizon);
    current.work.add(work);
  }

  private ReferenceRequest.Work call(Step.Llm step) {
    long input = draw(step, "input tokens", step.inputTokens());
    long output = draw(step, "output tokens", step.outputTokens());
    long first = draw(step, "first token", step.firstToken().scaledBy(1e9));
    long each = draw(step, "per token", step.perOutputToken().scaledBy(1e9));
    long rest = Math.min((1L << 51) - 1, each * output);
    return new ReferenceRequest.Work(
        step, first, 0, new ReferenceRequest.Call(rest, input, output));
  }

  private long draw(Step step, String purpose, Distribution distribution) {
    return durations
        .computeIfAbsent(
            step.name() + " " + purpose,
            name -> distribution.sampler(simulator.stream("step " + step.name(), purpose)))
        .nextNanos();
  }

  private final class Chances implements TraceRecorder {
    private final ProgramSource source;
    private final UniformRandomProvider chances = simulator.stream("flow", "chance");
    private final Map<String, Sampler> samplers = new HashMap<>();

    Chances(ProgramSource source) {
      this.source = source;
    }

    @Override
    public void step(int step) {
      take(source.vocabulary().get(step));
    }

    @Override
    public boolean chance(double probability) {
      return chances.nextDouble() < probability;
    }

    @Override
    public double sample(String distribution) {
      return samplers
          .computeIfAbsent(
              distribution,
              text ->
                  Distribution.ofNumbers(text).sampler(simulator.stream("flow", "sample " + text)))
          .next();
    }

    @Override
    public long nowNanos() {
      return simulator.clock.now();
    }
  }
}
