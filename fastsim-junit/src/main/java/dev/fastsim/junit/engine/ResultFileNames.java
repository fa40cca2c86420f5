package dev.fastsim.junit.engine;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;

/**
 * Names result files after what was simulated: briefly, unless that would give two of one run the
 * same file.
 */
final class ResultFileNames {

  private final Map<String, Long> specsByName;

  private ResultFileNames(Map<String, Long> specsByName) {
    this.specsByName = specsByName;
  }

  static ResultFileNames of(TestDescriptor engine) {
    return new ResultFileNames(
        engine.getDescendants().stream()
            .filter(SimulationNode.class::isInstance)
            .map(node -> ignoringCase(((SimulationNode) node).spec().briefName()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  /** The name of a spec's file: {@code Outer$Inner.json}. */
  String nameFor(Spec spec) {
    String brief = spec.briefName();
    boolean unique = specsByName.getOrDefault(ignoringCase(brief), 0L) <= 1;
    return (unique ? brief : spec.fullName()) + ".json";
  }

  /** File systems may. */
  private static String ignoringCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
