package dev.fastsim.simulation;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A body that takes steps by the number of the request.
 *
 * @param vocabulary the steps
 * @param steps for the number of a request, from 1, indices into the vocabulary
 */
record NumberedRequests(List<Step> vocabulary, IntFunction<List<Integer>> steps)
    implements ProgramSource {

  Endpoint endpoint(String name) {
    return new Endpoint(name, 1, Optional.empty(), new Body.Recorded(this, 0));
  }

  @Override
  public Program open(TraceRecorder recorder) {
    return new Program() {
      private int number;

      @Override
      public void run(int entry) {
        number++;
        steps.apply(number).forEach(recorder::step);
      }

      @Override
      public void close() {}
    };
  }
}
