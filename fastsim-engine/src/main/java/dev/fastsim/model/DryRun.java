package dev.fastsim.model;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.TraceRecorder;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Runs each endpoint once, each on an instance of its own that is then thrown away, to find
 * constructors and bodies that fail before anything is simulated. It takes one path through a body:
 * draws come from a fixed stream, the time is 0.
 */
final class DryRun {

  private DryRun() {}

  static void of(
      Class<?> modelClass, RecordedSource source, List<Method> endpoints, Mistakes mistakes) {
    for (int entry = 0; entry < endpoints.size(); entry++) {
      try (RecordedProgram program = source.open(new Neutral())) {
        Failure failure = program.attempt(entry);
        if (failure != null) {
          Method method = endpoints.get(entry);
          mistakes.add(method.getDeclaringClass(), method, null, failure.text());
        }
      } catch (ProgramException unmade) {
        mistakes.add(modelClass, String.valueOf(unmade.getMessage()));
        return;
      }
    }
  }

  /** Answers as a simulation might, and forgets what it hears. */
  private static final class Neutral implements TraceRecorder {

    private final UniformRandomProvider random = new Streams(0).stream(0, "dry run", "flow");
    private final Map<String, Sampler> samplers = new HashMap<>();

    @Override
    public void step(int step) {}

    @Override
    public boolean chance(double probability) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "a probability must be from 0 to 1, but is " + probability);
      }
      return random.nextDouble() < probability;
    }

    @Override
    public double sample(String distribution) {
      return samplers
          .computeIfAbsent(distribution, text -> Distribution.ofNumbers(text).sampler(random))
          .next();
    }

    @Override
    public long nowNanos() {
      return 0;
    }
  }
}
