package dev.fastsim.junit.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.fastsim.junit.ScenarioFileLocation;
import dev.fastsim.model.ModelOutline;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver.InitializationContext;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Makes nodes of what was selected. A node knows its children by their unique ids, so selecting a
 * class or an endpoint comes down to selecting these ids.
 */
final class SpecResolver implements SelectorResolver {

  private final Predicate<String> classNames;
  private final DiscoveryMistakes mistakes;
  private final Map<Class<?>, ModelSpec> models = new HashMap<>();
  private final Map<Class<?>, List<FileSpec>> files = new HashMap<>();

  SpecResolver(InitializationContext<?> context) {
    this.classNames = context.getClassNameFilter();
    this.mistakes = new DiscoveryMistakes(context.getIssueReporter());
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    Class<?> type = selector.getJavaClass();
    if (!classNames.test(type.getName())) {
      return Resolution.unresolved();
    }
    Set<Match> specs = new LinkedHashSet<>();
    addSpecs(type, context, specs);
    return specs.isEmpty() ? Resolution.unresolved() : Resolution.matches(specs);
  }

  /**
   * A class stands for the specs nested in it, too: build tools leave it to engines to look into a
   * class, and a spec that is silently not run is worse than one too many.
   */
  private void addSpecs(Class<?> type, Context context, Set<Match> specs) {
    if (mistakes.isSpec(type)) {
      node(type, context).map(SpecResolver::match).ifPresent(specs::add);
    }
    Arrays.stream(type.getDeclaredClasses())
        .filter(nested -> !Modifier.isAbstract(nested.getModifiers()))
        .sorted(Comparator.comparing(Class::getName))
        .forEach(nested -> addSpecs(nested, context, specs));
  }

  @Override
  public Resolution resolve(NestedClassSelector selector, Context context) {
    return resolve(selectClass(selector.getNestedClass()), context);
  }

  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    Class<?> type = selector.getJavaClass();
    if (!mistakes.isSpec(type)) {
      return Resolution.unresolved();
    }
    return resolution(
        context.addToParent(
            () -> selectClass(type),
            model ->
                ((SpecNode) model)
                    .child(
                        EndpointNode.id(
                            model.getUniqueId(), ModelSpec.signature(selector.getJavaMethod())))));
  }

  @Override
  public Resolution resolve(NestedMethodSelector selector, Context context) {
    return resolve(
        DiscoverySelectors.selectMethod(selector.getNestedClass(), selector.getMethod()), context);
  }

  /** The SLAs of an endpoint by number, from 0. */
  @Override
  public Resolution resolve(IterationSelector selector, Context context) {
    Optional<TestDescriptor> parent = context.resolve(selector.getParentSelector());
    if (parent.isEmpty() || !(parent.get() instanceof EndpointNode endpoint)) {
      return Resolution.unresolved();
    }
    List<UniqueId> slas = endpoint.allChildren();
    Set<UniqueIdSelector> chosen =
        selector.getIterationIndices().stream()
            .filter(index -> index < slas.size())
            .map(index -> selectUniqueId(slas.get(index)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return chosen.isEmpty() ? Resolution.unresolved() : Resolution.selectors(chosen);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    return switch (id.getLastSegment().getType()) {
      case SpecNode.CLASS ->
          ReflectionSupport.tryToLoadClass(id.getLastSegment().getValue())
              .toOptional()
              .filter(mistakes::isSpec)
              .map(type -> resolution(node(type, context)))
              .orElse(Resolution.unresolved());
      case SpecNode.FILE, SpecNode.ENDPOINT, SpecNode.SLA ->
          resolution(
              context.addToParent(
                  () -> selectUniqueId(id.removeLastSegment()),
                  parent -> parent instanceof SpecNode node ? node.child(id) : Optional.empty()));
      default -> Resolution.unresolved();
    };
  }

  private Optional<SpecNode> node(Class<?> type, Context context) {
    return context.addToParent(engine -> Optional.of(node(engine.getUniqueId(), type)));
  }

  private SpecNode node(UniqueId engine, Class<?> type) {
    List<String> named = ScenarioFileLocation.named(type);
    return named.isEmpty()
        ? new SimulationNode(engine, models.computeIfAbsent(type, this::model), 0)
        : new FilesNode(engine, type, files.computeIfAbsent(type, each -> files(each, named)));
  }

  private ModelSpec model(Class<?> type) {
    ModelOutline outline = ModelOutline.of(type);
    mistakes.report(outline);
    return new ModelSpec(outline);
  }

  private List<FileSpec> files(Class<?> type, List<String> named) {
    List<FileSpec> specs = named.stream().map(file -> FileSpec.of(type, file)).toList();
    mistakes.report(type, specs);
    return specs;
  }

  private static Resolution resolution(Optional<? extends SpecNode> node) {
    return node.map(each -> Resolution.match(match(each))).orElse(Resolution.unresolved());
  }

  private static Match match(SpecNode node) {
    return Match.exact(node, () -> children(node));
  }

  private static Set<DiscoverySelector> children(SpecNode node) {
    return node.allChildren().stream()
        .map(DiscoverySelectors::selectUniqueId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
