package dev.fastsim.junit.engine;

import dev.fastsim.model.EndpointOutline;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** An endpoint: a container of its SLAs, or a test if it has none. */
final class EndpointNode extends SpecNode {

  static final String SEGMENT = "endpoint";

  private final EndpointOutline endpoint;
  private final MethodSource source;

  EndpointNode(UniqueId model, EndpointOutline endpoint, MethodSource source, int position) {
    super(
        id(model, endpoint.method()),
        displayName(endpoint.method(), endpoint.name()),
        source,
        endpoint.method(),
        position);
    this.endpoint = endpoint;
    this.source = source;
  }

  static UniqueId id(UniqueId model, Method method) {
    return model.append(SEGMENT, signature(method));
  }

  /** A method within its class: {@code checkout()}. */
  static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  @Override
  List<UniqueId> allChildren() {
    return endpoint.promises().stream().map(promise -> SlaNode.id(getUniqueId(), promise)).toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return IntStream.range(0, endpoint.promises().size())
        .mapToObj(this::sla)
        .filter(sla -> sla.getUniqueId().equals(id))
        .findFirst();
  }

  private SpecNode sla(int position) {
    return new SlaNode(
        getUniqueId(),
        endpoint.promises().get(position),
        position,
        getDisplayName(),
        source,
        endpoint.method());
  }

  @Override
  public Type getType() {
    return endpoint.promises().isEmpty() ? Type.TEST : Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return isTest() ? getDisplayName() + "[1]" : getDisplayName();
  }

  @Override
  public SpecContext before(SpecContext context) {
    if (hasEnabledTest() && context.outcome() instanceof Outcome.Assessed assessed) {
      assessed
          .endpoint(endpoint.method())
          .map(model -> assessed.assessment().result().endpoint(model.name()))
          .ifPresent(result -> context.publish(this, Figures.of(result)));
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
