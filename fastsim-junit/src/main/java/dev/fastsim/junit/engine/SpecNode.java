package dev.fastsim.junit.engine;

import java.lang.reflect.AnnotatedElement;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node of the tree below the engine; knows Jupiter's annotations. */
abstract class SpecNode extends AbstractTestDescriptor implements Node<SpecContext> {

  /** The types of segments in unique ids. */
  static final String CLASS = "class";

  static final String FILE = "file";
  static final String WHAT_IF = "what-if";
  static final String ENDPOINT = "endpoint";
  static final String SLA = "sla";

  private final int position;
  private final Set<TestTag> ownTags;
  private final SkipResult disabled;

  /**
   * @param name displayed, unless the annotations have another
   * @param element what carries annotations, if anything does
   * @param position among its siblings, service SLAs before endpoints
   */
  SpecNode(
      UniqueId id,
      String name,
      TestSource source,
      Optional<AnnotatedElement> element,
      int position) {
    super(id, element.flatMap(SpecNode::displayName).orElse(name), source);
    this.position = position;
    this.ownTags = element.map(SpecNode::tags).orElse(Set.of());
    this.disabled = element.flatMap(SpecNode::disabled).orElseGet(SkipResult::doNotSkip);
  }

  private static Optional<String> displayName(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, DisplayName.class)
        .map(name -> name.value().strip())
        .filter(name -> !name.isEmpty());
  }

  private static Optional<SkipResult> disabled(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, Disabled.class)
        .map(mark -> SkipResult.skip(reason(mark, element)));
  }

  private static Set<TestTag> tags(AnnotatedElement element) {
    return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
        .map(tag -> tag.value().strip())
        .filter(TestTag::isValid)
        .map(TestTag::create)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String reason(Disabled mark, AnnotatedElement element) {
    return mark.value().isBlank() ? element + " is @Disabled" : mark.value();
  }

  /** A visitor: children come in the order of the model, however they were selected. */
  static void orderChildrenOf(TestDescriptor node) {
    if (node instanceof SpecNode) {
      node.orderChildren(
          children -> {
            children.sort(Comparator.comparingInt(child -> ((SpecNode) child).position));
            return children;
          });
    }
  }

  final boolean isDisabled() {
    return disabled.isSkipped();
  }

  /** Whether some test at or below this node is to run. */
  final boolean hasEnabledTest() {
    if (isDisabled()) {
      return false;
    }
    return isTest()
        || getChildren().stream().anyMatch(child -> ((SpecNode) child).hasEnabledTest());
  }

  @Override
  public final Set<TestTag> getTags() {
    Set<TestTag> tags = new LinkedHashSet<>(ownTags);
    getParent().map(TestDescriptor::getTags).ifPresent(tags::addAll);
    return tags;
  }

  @Override
  public final SkipResult shouldBeSkipped(SpecContext context) {
    return disabled;
  }

  @Override
  public ExecutionMode getExecutionMode() {
    return ExecutionMode.SAME_THREAD;
  }

  /** The children that the model has below this node, selected or not. */
  abstract List<UniqueId> allChildren();

  /** The node of this id below this one, if there can be one. */
  abstract Optional<SpecNode> child(UniqueId id);
}
