package dev.fastsim.junit.engine;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;

/**
 * Names result files after classes: without the package, unless that would give two classes of one
 * run the same file.
 */
final class ResultFileNames {

  private final Map<String, Long> classesByName;

  private ResultFileNames(Map<String, Long> classesByName) {
    this.classesByName = classesByName;
  }

  static ResultFileNames of(TestDescriptor engine) {
    return new ResultFileNames(
        engine.getChildren().stream()
            .filter(ModelNode.class::isInstance)
            .map(node -> ignoringCase(briefName(((ModelNode) node).modelClass())))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  /** The name of a class's file: {@code Outer$Inner.json}. */
  String nameFor(Class<?> modelClass) {
    String brief = briefName(modelClass);
    boolean unique = classesByName.getOrDefault(ignoringCase(brief), 0L) <= 1;
    return (unique ? brief : modelClass.getName()) + ".json";
  }

  private static String briefName(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }

  /** File systems may. */
  private static String ignoringCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
