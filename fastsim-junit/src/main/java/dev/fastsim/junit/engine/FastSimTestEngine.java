package dev.fastsim.junit.engine;

import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.FastSimConfigurationException;
import org.apiguardian.api.API;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;
import org.junit.platform.engine.support.hierarchical.SameThreadHierarchicalTestExecutorService;

/**
 * Runs model classes and scenario files as tests. What can be configured is in {@link
 * FastSimConfiguration}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class FastSimTestEngine extends HierarchicalTestEngine<SpecContext> {

  /** The id that filters and suites name this engine by. */
  public static final String ID = "fastsim";

  private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
          .addClassContainerSelectorResolverWithContext(
              context -> new DiscoveryMistakes(context.getIssueReporter())::hasSpecFoundByScan)
          .addSelectorResolver(SpecResolver::new)
          .addTestDescriptorVisitor(context -> SpecNode::orderChildrenOf)
          .build();

  /** Made by the JUnit Platform. */
  public FastSimTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineNode(uniqueId);
    RESOLVER.resolve(
        request,
        engine,
        DiscoveryIssueReporter.deduplicating(
            DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), uniqueId)));
    return engine;
  }

  @Override
  protected SpecContext createExecutionContext(ExecutionRequest request) {
    return SpecContext.of(request);
  }

  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    if (isParallel(request)) {
      return ParallelHierarchicalTestExecutorServiceFactory.create(
          new PrefixedConfigurationParameters(
              request.getConfigurationParameters(), FastSimConfiguration.PARALLEL_CONFIG_PREFIX));
    }
    return new SameThreadHierarchicalTestExecutorService();
  }

  private static boolean isParallel(ExecutionRequest request) {
    try {
      return FastSimConfiguration.of(request.getConfigurationParameters()::get).parallel();
    } catch (FastSimConfigurationException reportedByEveryTest) {
      return false;
    }
  }
}
