package dev.fastsim.simulation;

import dev.fastsim.random.Sampler;
import org.jspecify.annotations.Nullable;

/** Steps that requests take one after the other: what is known of them, and what is to be drawn. */
final class StepList {

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

  /** Adds the steps to a request that is being recorded. */
  void record(Request request) {
    if (ramBytes > 0) {
      request.addRam(ramBytes);
    }
    for (int i = 0; i < words.length; i++) {
      Sampler draw = draws[i];
      request.append(draw == null ? words[i] : words[i] | draw.nextNanos());
    }
  }
}
