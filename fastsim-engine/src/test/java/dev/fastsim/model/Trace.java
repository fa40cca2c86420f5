package dev.fastsim.model;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.TraceRecorder;
import java.util.ArrayList;
import java.util.List;

/** Writes down the names of the steps a program takes, and answers what a test sets. */
final class Trace implements TraceRecorder {

  final ProgramSource source;
  final List<String> steps = new ArrayList<>();
  boolean luck = true;
  double sample = 3;
  long now;

  Trace(ServiceModel model) {
    this.source = ((Body.Recorded) model.scenario().endpoints().get(0).body()).source();
  }

  /** Runs each endpoint of a model once, in one program, and tells the steps. */
  static List<String> of(Class<?> model) {
    return of(ServiceModel.read(model));
  }

  static List<String> of(ServiceModel model) {
    Trace trace = new Trace(model);
    try (ProgramSource.Program program = trace.open()) {
      for (Endpoint endpoint : model.scenario().endpoints()) {
        program.run(((Body.Recorded) endpoint.body()).entry());
      }
    }
    return trace.steps;
  }

  ProgramSource.Program open() {
    return source.open(this);
  }

  @Override
  public void step(int step) {
    steps.add(source.vocabulary().get(step).name());
  }

  @Override
  public boolean chance(double probability) {
    return luck;
  }

  @Override
  public double sample(String distribution) {
    return sample;
  }

  @Override
  public long nowNanos() {
    return now;
  }
}
