package dev.fastsim.simulation;

import dev.fastsim.random.Sampler;
import org.jspecify.annotations.Nullable;

/** Steps that requests take one after the other: what is known of them, and what is to be drawn. */
final class StepList implements RecordedSteps {

  /** Words of a trace; the time is 0 where it is drawn. */
  private final long[] words;

  /** By step; null where the time is always the same. */
  private final @Nullable Sampler[] draws;

  private final long ramBytes;

  StepList(long[] words, @Nullable Sampler[] draws, long ramBytes) {
    this.words = words;
    this.draws = draws;
    this.ramBytes = ramBytes;
  }

  @Override
  public void record(Request request) {
    if (ramBytes > 0) {
      request.addRam(ramBytes);
    }
    long[] known = words;
    @Nullable Sampler[] drawn = draws;
    int at = request.length;
    long[] trace = request.traceFor(at + known.length);
    for (int i = 0; i < known.length; i++) {
      Sampler draw = drawn[i];
      trace[at + i] = draw == null ? known[i] : known[i] | draw.nextNanos();
    }
    request.length = at + known.length;
  }
}
