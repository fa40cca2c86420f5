package dev.fastsim.scenario;

import java.util.List;

/** Makes the programs behind {@linkplain Body.Recorded recorded} endpoint bodies. Thread-safe. */
public interface ProgramSource {

  /** All steps its programs may record, in a fixed order, each at most once. */
  List<Step> vocabulary();

  /**
   * Makes a program with fresh state for one replication.
   *
   * @param recorder receives what the program records
   * @throws ProgramException if the program cannot be made
   */
  Program open(TraceRecorder recorder);

  /** A program at work in one replication; confined to one thread. */
  interface Program extends AutoCloseable {

    /**
     * Runs the body of one endpoint for one request.
     *
     * @param entry as in {@link Body.Recorded#entry()}
     * @throws ProgramException if the body fails
     */
    void run(int entry);

    @Override
    void close();
  }
}
