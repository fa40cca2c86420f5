package dev.fastsim.junit.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.fastsim.junit.ScenarioFileLocation;
import dev.fastsim.model.ModelOutline;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
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
  private final UniqueId engine;
  private final DiscoveryMistakes mistakes;
  private final Map<Class<?>, ModelSpec> models = new HashMap<>();
  private final Map<Class<?>, List<FileSpec>> files = new HashMap<>();

  SpecResolver(InitializationContext<?> context) {
    this.classNames = context.getClassNameFilter();
    this.engine = context.getEngineDescriptor().getUniqueId();
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
    Set<UniqueIdSelector> ids = new LinkedHashSet<>();
    endpoints(type, selector.getJavaMethod())
        .forEach(endpoint -> ids.add(selectUniqueId(endpoint.getUniqueId())));
    return ids.isEmpty() ? Resolution.unresolved() : Resolution.selectors(ids);
  }

  /** An endpoint as it is and in each what-if, as nodes that are not in the tree. */
  private List<SpecNode> endpoints(Class<?> type, Method method) {
    SpecNode model = node(engine, type);
    String key = ModelSpec.signature(method);
    List<SpecNode> endpoints = new ArrayList<>(child(model, key).stream().toList());
    for (UniqueId id : model.allChildren()) {
      if (id.getLastSegment().getType().equals(SpecNode.WHAT_IF)) {
        model.child(id).flatMap(whatIf -> child(whatIf, key)).ifPresent(endpoints::add);
      }
    }
    return endpoints;
  }

  private static Optional<SpecNode> child(SpecNode parent, String endpoint) {
    return parent.child(EndpointNode.id(parent.getUniqueId(), endpoint));
  }

  private Optional<SpecNode> descendant(UniqueId id, Context context) {
    return context.addToParent(
        () -> selectUniqueId(id.removeLastSegment()),
        parent -> parent instanceof SpecNode node ? node.child(id) : Optional.empty());
  }

  @Override
  public Resolution resolve(NestedMethodSelector selector, Context context) {
    return resolve(
        DiscoverySelectors.selectMethod(selector.getNestedClass(), selector.getMethod()), context);
  }

  /** The SLAs of an endpoint by number, from 0: as it is, and in each what-if. */
  @Override
  public Resolution resolve(IterationSelector selector, Context context) {
    Set<UniqueIdSelector> chosen = new LinkedHashSet<>();
    for (SpecNode endpoint : endpoints(selector.getParentSelector(), context)) {
      List<UniqueId> slas = endpoint.allChildren();
      selector.getIterationIndices().stream()
          .filter(index -> index < slas.size())
          .forEach(index -> chosen.add(selectUniqueId(slas.get(index))));
    }
    return chosen.isEmpty() ? Resolution.unresolved() : Resolution.selectors(chosen);
  }

  private List<SpecNode> endpoints(DiscoverySelector parent, Context context) {
    if (parent instanceof MethodSelector method) {
      Class<?> type = method.getJavaClass();
      return mistakes.isSpec(type) ? endpoints(type, method.getJavaMethod()) : List.of();
    }
    return context
        .resolve(parent)
        .filter(EndpointNode.class::isInstance)
        .map(EndpointNode.class::cast)
        .<List<SpecNode>>map(List::of)
        .orElse(List.of());
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
      case SpecNode.FILE, SpecNode.WHAT_IF, SpecNode.ENDPOINT, SpecNode.SLA ->
          resolution(descendant(id, context));
      default -> Resolution.unresolved();
    };
  }

  private Optional<SpecNode> node(Class<?> type, Context context) {
    return context.addToParent(parent -> Optional.of(node(parent.getUniqueId(), type)));
  }

  private SpecNode node(UniqueId parent, Class<?> type) {
    List<String> named = ScenarioFileLocation.named(type);
    return named.isEmpty()
        ? new SimulationNode(parent, models.computeIfAbsent(type, this::model), 0)
        : new FilesNode(parent, type, files.computeIfAbsent(type, each -> files(each, named)));
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
