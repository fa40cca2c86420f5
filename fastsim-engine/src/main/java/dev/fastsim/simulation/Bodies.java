package dev.fastsim.simulation;

import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** The bodies of a service's endpoints, ready to record requests. */
final class Bodies {

  private final Service service;
  private final StepTable steps;
  private final long ramBytes;

  private final BodyRecorder[] bodies;
  private final Map<ProgramSource, ProgramSource.Program> opened = new IdentityHashMap<>();
  private final Map<ProgramSource, TraceWriter> writers = new IdentityHashMap<>();

  Bodies(Service service, Streams streams, int replication, StepTable steps) {
    this.service = service;
    this.steps = steps;
    this.ramBytes = service.server().ramBytes();
    this.bodies = new BodyRecorder[service.endpoints().size()];
    for (int i = 0; i < bodies.length; i++) {
      Endpoint endpoint = service.endpoints().get(i);
      Body body = endpoint.body();
      if (body instanceof Body.Recorded recorded) {
        bodies[i] = recorded(recorded, streams, replication);
      } else if (body instanceof Body.Fixed fixed) {
        bodies[i] = fixed(fixed);
      } else if (body instanceof Body.Mixed mixed) {
        String component = "endpoint " + service.name() + "/" + endpoint.name();
        bodies[i] = mixed(mixed, streams.stream(replication, component, "variant"));
      }
    }
  }

  /** Steps that a request is likely to record at most: those of one endpoint of each service. */
  static int expectedSteps(Scenario scenario) {
    return scenario.services().stream()
        .mapToInt(
            service ->
                service.endpoints().stream()
                    .mapToInt(endpoint -> expectedSteps(endpoint.body()))
                    .max()
                    .orElse(0))
        .sum();
  }

  private static int expectedSteps(Body body) {
    if (body instanceof Body.Fixed fixed) {
      return fixed.steps().size();
    } else if (body instanceof Body.Mixed mixed) {
      return mixed.variants().stream().mapToInt(each -> each.steps().size()).max().orElse(0);
    }
    return ((Body.Recorded) body).source().vocabulary().size();
  }

  private BodyRecorder fixed(Body.Fixed body) {
    RecordedSteps list = steps.list(body.steps());
    return (request, now) -> list.record(request);
  }

  private BodyRecorder mixed(Body.Mixed body, UniformRandomProvider random) {
    WeightedChoice choice =
        new WeightedChoice(
            body.variants().stream().mapToDouble(Body.Variant::weight).toArray(), random);
    RecordedSteps[] lists =
        body.variants().stream()
            .map(variant -> steps.list(variant.steps()))
            .toArray(RecordedSteps[]::new);
    return (request, now) -> lists[choice.pick()].record(request);
  }

  /** Endpoints of one program share an instance of it. */
  private BodyRecorder recorded(Body.Recorded body, Streams streams, int replication) {
    TraceWriter writer =
        writers.computeIfAbsent(
            body.source(),
            source -> new TraceWriter(steps, numbers(source.vocabulary()), streams, replication));
    ProgramSource.Program program =
        opened.computeIfAbsent(body.source(), source -> source.open(writer));
    int entry = body.entry();
    return (request, now) -> {
      writer.begin(request, now);
      program.run(entry);
    };
  }

  private int[] numbers(List<Step> list) {
    return list.stream().mapToInt(steps::number).toArray();
  }

  /** Records the steps a request will take at this service. */
  void record(int endpoint, Request request, long now) {
    bodies[endpoint].record(request, now);
    if (request.ram > ramBytes) {
      throw new ProgramException(
          "a request to '%s' needs %d B of memory, but a replica has only %d B; it could never start"
              .formatted(service.endpoints().get(endpoint).name(), request.ram, ramBytes));
    }
  }

  /** Gives the programs back. */
  void close() {
    opened.values().forEach(ProgramSource.Program::close);
  }

  @FunctionalInterface
  private interface BodyRecorder {
    void record(Request request, long now);
  }
}
