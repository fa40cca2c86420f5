package dev.fastsim.junit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** An endpoint: a container of its SLAs, or a test if it has none. */
final class EndpointNode extends SpecNode {

  private final EndpointSpec endpoint;
  private final String prefix;

  /**
   * @param prefix of its name in reports that know only classes and methods
   */
  EndpointNode(UniqueId parent, EndpointSpec endpoint, String prefix, int position) {
    super(
        id(parent, endpoint.key()),
        endpoint.name(),
        endpoint.source(),
        endpoint.element(),
        position);
    this.endpoint = endpoint;
    this.prefix = prefix;
  }

  static UniqueId id(UniqueId parent, String key) {
    return parent.append(ENDPOINT, key);
  }

  private List<SpecNode> nodes() {
    List<SpecNode> nodes = new ArrayList<>();
    String childPrefix = prefix + getDisplayName() + " ";
    for (Sla sla : endpoint.slas()) {
      nodes.add(new SlaNode(getUniqueId(), sla, nodes.size(), childPrefix, endpoint.source()));
    }
    for (BaselineSla sla : endpoint.baseline()) {
      nodes.add(new BaselineNode(getUniqueId(), sla, nodes.size(), childPrefix, endpoint.source()));
    }
    return nodes;
  }

  @Override
  List<UniqueId> allChildren() {
    return nodes().stream().map(TestDescriptor::getUniqueId).toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return nodes().stream().filter(child -> child.getUniqueId().equals(id)).findFirst();
  }

  @Override
  public Type getType() {
    return endpoint.promisesNothing() ? Type.TEST : Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return prefix + getDisplayName() + (isTest() ? "[1]" : "");
  }

  @Override
  public SpecContext before(SpecContext context) {
    if (hasEnabledTest() && context.outcome() instanceof Outcome.Assessed assessed) {
      assessed.assessment().result().endpoints().stream()
          .filter(result -> result.name().equals(endpoint.name()))
          .forEach(result -> context.publish(this, Figures.of(result)));
    }
    return context;
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    if (isTest()) {
      context.outcome().assessed();
    }
    return context;
  }
}
