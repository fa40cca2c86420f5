package dev.fastsim.junit.engine;

import dev.fastsim.model.BaselinePromise;
import java.nio.file.Path;

/**
 * A promise beside a saved result: one test.
 *
 * @param file of the result
 * @param promise how much worse the service may be
 */
record BaselineSla(Path file, BaselinePromise promise) {

  /** What identifies it within its endpoint, whatever its tolerance. */
  String key() {
    return "baseline." + Sla.key(promise.metric());
  }
}
