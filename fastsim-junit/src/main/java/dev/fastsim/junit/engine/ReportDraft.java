package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.report.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What is to be on the page of a spec: gathered while its tests run, and written when the last is
 * done, so that what-ifs stand beside the spec as it is.
 */
final class ReportDraft {

  private final List<Outcome.Assessed> assessed = new ArrayList<>();
  private Optional<Headroom> headroom = Optional.empty();

  /** Adds the spec as it is, or one of its what-ifs. */
  void add(Outcome.Assessed one) {
    assessed.add(one);
  }

  /** Adds how much traffic there is room for. */
  void add(Headroom room) {
    headroom = Optional.of(room);
  }

  /**
   * Writes the pages: one if the spec was simulated as it is, else one for each what-if.
   *
   * @param monitor may cancel the simulation that a page takes, which is then not written
   */
  List<ResultFile> write(ProgressMonitor monitor) {
    List<ResultFile> files = new ArrayList<>();
    for (Outcome.Assessed each : assessed) {
      if (isPageOfItsOwn(each)) {
        write(each, monitor).ifPresent(files::add);
      }
    }
    return files;
  }

  private static boolean isPageOfItsOwn(Outcome.Assessed each) {
    return each.page().isPresent()
        && each.file().isWritten()
        && each.deviation().flatMap(Deviation::comparison).isEmpty();
  }

  private Optional<ResultFile> write(Outcome.Assessed main, ProgressMonitor monitor) {
    Path page = main.page().orElseThrow();
    RunReport report = RunReport.of(main.assessment()).remedies(main.remedies()::of);
    if (main.deviation().isEmpty()) {
      headroom.ifPresent(report::headroom);
      for (Outcome.Assessed other : assessed) {
        other
            .deviation()
            .ifPresent(
                whatIf -> report.whatIf(whatIf.name(), whatIf.changes(), other.assessment()));
      }
    }
    try {
      report.toReport(monitor).writeTo(page);
      return Optional.of(new ResultFile(page, Optional.empty()));
    } catch (CancellationException cancelled) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new ResultFile(page, Optional.of(e.toString())));
    }
  }
}
