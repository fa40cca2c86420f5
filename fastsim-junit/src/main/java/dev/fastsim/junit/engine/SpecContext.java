package dev.fastsim.junit.engine;

import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.junit.FastSimConfiguration;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the nodes of the tree hand down.
 *
 * @param parameters as configured, not yet looked at
 * @param listener receives what is published
 * @param monitor knows whether the user has cancelled the run
 * @param names of the result files of this run
 * @param simulated what came of the simulation, below a model's node
 * @param draft of the page of the model that the node is of
 */
record SpecContext(
    ConfigurationParameters parameters,
    EngineExecutionListener listener,
    ProgressMonitor monitor,
    ResultFileNames names,
    Optional<Outcome> simulated,
    ReportDraft draft)
    implements EngineExecutionContext {

  static SpecContext of(ExecutionRequest request) {
    return new SpecContext(
        request.getConfigurationParameters(),
        request.getEngineExecutionListener(),
        request.getCancellationToken()::isCancellationRequested,
        ResultFileNames.of(request.getRootTestDescriptor()),
        Optional.empty(),
        new ReportDraft());
  }

  /** The same, below a model whose page is to be begun. */
  SpecContext withNewDraft() {
    return new SpecContext(parameters, listener, monitor, names, simulated, new ReportDraft());
  }

  /** The same, below a model that has been simulated. */
  SpecContext with(Outcome outcome) {
    return new SpecContext(parameters, listener, monitor, names, Optional.of(outcome), draft);
  }

  /**
   * The configuration.
   *
   * @throws dev.fastsim.junit.FastSimConfigurationException if a value is not allowed
   */
  FastSimConfiguration configuration() {
    return FastSimConfiguration.of(parameters::get);
  }

  /** What came of the simulation. */
  Outcome outcome() {
    return simulated.orElseThrow(() -> new IllegalStateException("nothing was simulated"));
  }

  void publish(TestDescriptor node, Map<String, String> figures) {
    listener.reportingEntryPublished(node, ReportEntry.from(figures));
  }

  void publish(TestDescriptor node, ResultFile file, String mediaType) {
    listener.fileEntryPublished(node, FileEntry.from(file.path().toAbsolutePath(), mediaType));
  }
}
