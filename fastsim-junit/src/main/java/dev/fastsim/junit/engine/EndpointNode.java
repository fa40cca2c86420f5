package dev.fastsim.junit.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  @Override
  List<UniqueId> allChildren() {
    return endpoint.slas().stream().map(sla -> SlaNode.id(getUniqueId(), sla)).toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return IntStream.range(0, endpoint.slas().size())
        .mapToObj(this::sla)
        .filter(sla -> sla.getUniqueId().equals(id))
        .findFirst();
  }

  private SpecNode sla(int position) {
    return new SlaNode(
        getUniqueId(),
        endpoint.slas().get(position),
        position,
        prefix + getDisplayName() + " ",
        endpoint.source());
  }

  @Override
  public Type getType() {
    return endpoint.slas().isEmpty() ? Type.TEST : Type.CONTAINER;
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
