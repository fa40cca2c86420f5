package dev.fastsim.cli;

import dev.fastsim.experiment.ProgressMonitor;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how many replications are done; the line is cleared in the end. */
final class ProgressDisplay implements ProgressMonitor, AutoCloseable {

  private static final int COLUMNS = 79;

  private final PrintWriter terminal;
  private final ProgressBar bar;

  ProgressDisplay(PrintWriter terminal) {
    this.terminal = terminal;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("simulating")
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .continuousUpdate()
            .setConsumer(new DelegatingProgressBarConsumer(this::show, COLUMNS))
            .build();
  }

  private void show(String line) {
    terminal.print("\r" + line);
    terminal.flush();
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void replicationDone(int done, int planned) {
    bar.maxHint(planned).stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
    show(" ".repeat(COLUMNS) + "\r");
  }
}
