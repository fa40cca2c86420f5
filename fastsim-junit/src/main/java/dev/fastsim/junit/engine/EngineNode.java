package dev.fastsim.junit.engine;

import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.FastSimConfigurationException;
import dev.fastsim.report.ReportIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree; when all is done it writes the index of the pages. */
final class EngineNode extends EngineDescriptor implements Node<SpecContext> {

  EngineNode(UniqueId id) {
    super(id, "FastSim");
  }

  @Override
  public void after(SpecContext context) {
    FastSimConfiguration configuration;
    try {
      configuration = context.configuration();
    } catch (FastSimConfigurationException reportedByEveryTest) {
      return;
    }
    if (configuration.reports() && Files.isDirectory(configuration.outputDirectory())) {
      try {
        ReportIndex.writeTo(configuration.outputDirectory());
      } catch (IOException e) {
        context.publish(this, Map.of("report", "the index could not be written: " + e));
      }
    }
  }
}
