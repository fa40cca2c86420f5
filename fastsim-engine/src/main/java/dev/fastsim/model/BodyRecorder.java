package dev.fastsim.model;

import dev.fastsim.annotations.internal.Recorder;
import dev.fastsim.scenario.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Stands between woven code and the simulation: passes on what the body of an endpoint records, and
 * stops what is not the body of an endpoint, or never ends. One for each program.
 */
final class BodyRecorder implements Recorder {

  static final int MOST_LOOPS = 10_000_000;
  static final int MOST_STEPS = 100_000;

  private final StepCatalog catalog;
  private final ModelFrames frames;
  private final TraceRecorder trace;
  private Thread thread = Thread.currentThread();
  private boolean inBody;
  private boolean recording;
  private int initialisers;
  private int loops;
  private int steps;
  private @Nullable BodyStopped stopped;

  BodyRecorder(StepCatalog catalog, ModelFrames frames, TraceRecorder trace) {
    this.catalog = catalog;
    this.frames = frames;
    this.trace = trace;
  }

  /** The body of a request begins. */
  void begin() {
    thread = Thread.currentThread();
    loops = 0;
    steps = 0;
    initialisers = 0;
    stopped = null;
    inBody = true;
    recording = true;
  }

  /** The body of a request has ended. */
  void end() {
    inBody = false;
    recording = false;
  }

  /** Why the code was stopped, even if it went on regardless. */
  @Nullable BodyStopped stopped() {
    return stopped;
  }

  @Override
  public void step(int number) {
    if (number < 0 || !recording || Thread.currentThread() != thread) {
      event(number);
    } else if (++steps > MOST_STEPS) {
      throw stop(
          "never ends: it had taken %d steps and was still running, last in %s"
              .formatted(MOST_STEPS, frames.here()));
    } else {
      trace.step(number);
    }
  }

  @Override
  public void loop() {
    if (++loops > MOST_LOOPS) {
      throw stop(
          "never ends: its loops had turned %d times and were still turning, last in %s"
              .formatted(MOST_LOOPS, frames.here()));
    }
  }

  @Override
  public boolean chance(double probability) {
    requireBody("Flow.chance");
    return trace.chance(probability);
  }

  @Override
  public double sample(String distribution) {
    requireBody("Flow.sample");
    return trace.sample(distribution);
  }

  @Override
  public long nowNanos() {
    requireBody("Flow.now");
    return trace.nowNanos();
  }

  private void event(int number) {
    if (number == StepCatalog.ENTER_INITIALISER) {
      initialisers++;
      recording = false;
    } else if (number == StepCatalog.LEAVE_INITIALISER) {
      initialisers--;
      recording = inBody && initialisers <= 0;
    } else if (number < 0) {
      throw stop(catalog.stranger(number));
    } else {
      requireBody("step " + catalog.methodOf(number));
    }
  }

  private void requireBody(String what) {
    if (Thread.currentThread() != thread) {
      throw stop(
          "%s was called on another thread, '%s'; a body must neither start threads nor use parallel streams"
              .formatted(what, Thread.currentThread().getName()));
    }
    if (!recording) {
      throw stop(
          "%s was called by %s, outside of a request; call it from the body of an @Endpoint method"
              .formatted(what, frames.initialiserHere()));
    }
  }

  private BodyStopped stop(String reason) {
    BodyStopped first = stopped == null ? new BodyStopped(reason) : stopped;
    stopped = first;
    return first;
  }
}
