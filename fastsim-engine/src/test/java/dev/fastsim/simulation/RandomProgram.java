package dev.fastsim.simulation;

import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.util.List;

/**
 * Bodies that take each step by chance; some repeat it a drawn number of times, some look at the
 * clock, and every tenth request takes none, which a counter kept between requests decides.
 *
 * @param chances of each step
 * @param repeats of a step, at most
 */
record RandomProgram(List<Step> vocabulary, List<Double> chances, int repeats)
    implements ProgramSource {

  RandomProgram {
    vocabulary = List.copyOf(vocabulary);
    chances = List.copyOf(chances);
  }

  @Override
  public Program open(TraceRecorder recorder) {
    return new Program() {
      private int requests;

      @Override
      public void run(int entry) {
        if (++requests % 10 == 0) {
          return;
        }
        for (int i = 0; i < chances.size(); i++) {
          int step = (i + entry) % chances.size();
          if (recorder.chance(chances.get(step))) {
            recorder.step(step);
            repeat(step, entry);
          }
        }
      }

      private void repeat(int step, int entry) {
        if (vocabulary.get(step) instanceof Step.Ram) {
          return; // a request must fit into memory
        }
        if (entry == 1) {
          int left = (int) recorder.sample("uniform(0, " + repeats + ")");
          for (; left > 0; left--) {
            recorder.step(step);
          }
        } else if (entry == 2 && recorder.nowNanos() % 2_000_000 == 0) {
          recorder.step(step);
        }
      }

      @Override
      public void close() {}
    };
  }
}
