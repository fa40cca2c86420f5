package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LevelGauge;
import org.jspecify.annotations.Nullable;

/** Cores whose use is measured as it changes. */
abstract class GaugedCpu extends Cpu {

  /** Cores computing or blocked. */
  final LevelGauge held = new LevelGauge();

  /** Requests that are ready and have no core. */
  final LevelGauge queue = new LevelGauge();

  GaugedCpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness) {
    super(agenda, replica, requests, cores, slowness);
  }

  @Override
  final void restart(long now) {
    held.restart(now);
    queue.restart(now);
  }

  @Override
  final Level held(long now) {
    return held.read(now);
  }

  @Override
  final double coreNanos(long now) {
    return held.integral(now);
  }

  @Override
  final Level queue(long now) {
    return queue.read(now);
  }
}
