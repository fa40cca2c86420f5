package dev.fastsim.model;

import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One instance of a model, at work in one replication. */
final class RecordedProgram implements ProgramSource.Program {

  private final RecordedSource source;
  private final BodyRecorder recorder;
  private final Runnable[] bodies;
  private final Consumer<Boolean> giveBack;
  private boolean open = true;
  private boolean healthy = true;

  /**
   * @param giveBack called once, with whether the loaded model may be used again
   */
  RecordedProgram(
      RecordedSource source, BodyRecorder recorder, Runnable[] bodies, Consumer<Boolean> giveBack) {
    this.source = source;
    this.recorder = recorder;
    this.bodies = bodies;
    this.giveBack = giveBack;
  }

  @Override
  public void run(int entry) {
    Failure failure = attempt(entry);
    if (failure != null) {
      throw new ProgramException(
          "endpoint %s: %s".formatted(source.nameOf(entry), failure.text()), failure.cause());
    }
  }

  /** Runs the body of an endpoint; what went wrong, if anything. */
  @Nullable Failure attempt(int entry) {
    if (!open) {
      throw new IllegalStateException("the program is closed");
    }
    Throwable thrown = null;
    recorder.begin();
    try {
      bodies[entry].run();
    } catch (OutOfMemoryError fatal) {
      throw fatal;
    } catch (Throwable any) {
      thrown = any;
    } finally {
      recorder.end();
    }
    BodyStopped stopped = recorder.stopped();
    Throwable cause = stopped == null ? thrown : stopped;
    if (cause == null) {
      return null;
    }
    healthy = false;
    return Failure.of("its body", cause, source.frames());
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      giveBack.accept(healthy);
    }
  }
}
