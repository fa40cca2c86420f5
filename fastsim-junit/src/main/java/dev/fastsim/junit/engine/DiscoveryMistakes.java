package dev.fastsim.junit.engine;

import dev.fastsim.junit.ScenarioFile;
import dev.fastsim.junit.ScenarioFileLocation;
import dev.fastsim.model.EndpointOutline;
import dev.fastsim.model.ModelOutline;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/**
 * Tells specs, which are models and classes that name scenario files, from other classes, and
 * reports classes and methods that look as if they were meant to be tested but are written in a way
 * that cannot be. Whatever takes more than a look is left to the reading of the spec, which fails
 * the tests.
 */
final class DiscoveryMistakes {

  private final DiscoveryIssueReporter reporter;

  DiscoveryMistakes(DiscoveryIssueReporter reporter) {
    this.reporter = reporter;
  }

  /**
   * Whether a class found in a package or folder is a spec or has one nested in it; abstract ones
   * are nobody's fault.
   */
  boolean hasSpecFoundByScan(Class<?> type) {
    return (!Modifier.isAbstract(type.getModifiers()) && isSpec(type))
        || Arrays.stream(type.getDeclaredClasses()).anyMatch(this::hasSpecFoundByScan);
  }

  /** Whether a class is a spec; reports one that only looks like it. */
  boolean isSpec(Class<?> type) {
    boolean namesFiles = !ScenarioFileLocation.named(type).isEmpty();
    if (!namesFiles && AnnotationSupport.isAnnotated(type, ScenarioFile.class)) {
      report(
          Severity.WARNING,
          "@ScenarioFile on %s names no file".formatted(type),
          ClassSource.from(type));
    }
    if (!namesFiles && !ModelOutline.hasEndpoint(type)) {
      return false;
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      report(
          Severity.INFO,
          "%s %s has %s, but is not simulated itself; its concrete subclasses are"
              .formatted(
                  type.isInterface() ? "interface" : "abstract class",
                  type.getName(),
                  namesFiles ? "a @ScenarioFile" : "@Endpoint methods"),
          ClassSource.from(type));
      return false;
    }
    if (!namesFiles && isInner(type)) {
      report(
          Severity.WARNING,
          "inner class %s has @Endpoint methods, but cannot be simulated; it must be static or a class of its own"
              .formatted(type.getName()),
          ClassSource.from(type));
      return false;
    }
    return true;
  }

  private static boolean isInner(Class<?> type) {
    return type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
  }

  /** Reports what can be seen to be wrong inside a model. */
  void report(ModelOutline outline) {
    reportTags(outline.modelClass(), ClassSource.from(outline.modelClass()));
    for (EndpointOutline endpoint : outline.endpoints()) {
      Method method = endpoint.method();
      MethodSource source = MethodSource.from(outline.modelClass(), method);
      reportTags(method, source);
      if (method.getParameterCount() > 0) {
        report(
            Severity.WARNING,
            "@Endpoint method %s.%s must not have parameters"
                .formatted(outline.modelClass().getName(), ModelSpec.signature(method)),
            source);
      }
    }
  }

  /** Reports what is odd in the files that a class names. */
  void report(Class<?> type, List<FileSpec> files) {
    reportTags(type, ClassSource.from(type));
    for (FileSpec file : files) {
      file.warnings()
          .forEach(warning -> report(Severity.WARNING, warning.message(), file.source()));
    }
  }

  private void reportTags(AnnotatedElement element, TestSource source) {
    for (Tag tag : AnnotationSupport.findRepeatableAnnotations(element, Tag.class)) {
      if (!TestTag.isValid(tag.value())) {
        report(
            Severity.WARNING,
            "@Tag(\"%s\") on %s is ignored; a tag must not be blank nor contain any of ,()&|! or white space"
                .formatted(tag.value(), element),
            source);
      }
    }
  }

  private void report(Severity severity, String message, TestSource source) {
    reporter.reportIssue(DiscoveryIssue.builder(severity, message).source(source));
  }
}
