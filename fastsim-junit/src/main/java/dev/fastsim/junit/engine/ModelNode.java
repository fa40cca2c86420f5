package dev.fastsim.junit.engine;

import dev.fastsim.model.EndpointOutline;
import dev.fastsim.model.ModelOutline;
import dev.fastsim.model.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A model class: simulated once, for all tests below it. */
final class ModelNode extends SpecNode {

  static final String SEGMENT = "class";

  private final ModelOutline outline;
  private final ClassSource source;

  ModelNode(UniqueId engine, ModelOutline outline) {
    this(engine, outline, ClassSource.from(outline.modelClass()));
  }

  private ModelNode(UniqueId engine, ModelOutline outline, ClassSource source) {
    super(
        engine.append(SEGMENT, outline.modelClass().getName()),
        displayName(outline.modelClass(), nameWithoutPackage(outline.modelClass())),
        source,
        outline.modelClass(),
        0);
    this.outline = outline;
    this.source = source;
  }

  /** Nested models stand beside each other in the tree, so they say in what they are nested. */
  private static String nameWithoutPackage(Class<?> type) {
    return type.getName()
        .substring(type.getPackageName().length())
        .replaceFirst("^\\.", "")
        .replace('$', '.');
  }

  Class<?> modelClass() {
    return outline.modelClass();
  }

  @Override
  List<UniqueId> allChildren() {
    return Stream.concat(
            outline.promises().stream().map(promise -> SlaNode.id(getUniqueId(), promise)),
            outline.endpoints().stream()
                .map(endpoint -> EndpointNode.id(getUniqueId(), endpoint.method())))
        .toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    List<SpecNode> children = new ArrayList<>();
    for (Promise promise : outline.promises()) {
      children.add(new SlaNode(getUniqueId(), promise, children.size(), source));
    }
    for (EndpointOutline endpoint : outline.endpoints()) {
      children.add(
          new EndpointNode(
              getUniqueId(),
              endpoint,
              MethodSource.from(modelClass(), endpoint.method()),
              children.size()));
    }
    return children.stream().filter(child -> child.getUniqueId().equals(id)).findFirst();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return modelClass().getName();
  }

  @Override
  public ExecutionMode getExecutionMode() {
    return ExecutionMode.CONCURRENT;
  }

  @Override
  public SpecContext before(SpecContext context) {
    if (!hasEnabledTest()) {
      return context;
    }
    Outcome outcome = Outcome.of(modelClass(), context);
    if (outcome instanceof Outcome.Assessed assessed) {
      context.publish(this, Figures.of(assessed.assessment().result()));
      if (assessed.file().isWritten()) {
        context.publish(this, assessed.file());
      }
    }
    return context.with(outcome);
  }
}
