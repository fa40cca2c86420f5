package dev.fastsim.junit.engine;

import java.util.Collections;
import java.util.List;
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

  /** The name of a spec's files, without their ends: {@code Outer$Inner}. */
  String nameFor(Spec spec) {
    return stem(spec);
  }

  /**
   * The name of the files of one of a spec's what-ifs: {@code Outer$Inner@Black_Friday}; by number
   * where that could be another's.
   */
  String nameFor(Spec spec, String whatIf) {
    List<String> words =
        spec.whatIfs().stream()
            .map(ResultFileNames::word)
            .map(ResultFileNames::ignoringCase)
            .toList();
    String word = word(whatIf);
    boolean unique = Collections.frequency(words, ignoringCase(word)) == 1;
    return "%s@%s"
        .formatted(stem(spec), unique ? word : "what-if-" + (spec.whatIfs().indexOf(whatIf) + 1));
  }

  private static String word(String whatIf) {
    return whatIf.replaceAll("[^\\w.-]", "_");
  }

  private String stem(Spec spec) {
    String brief = spec.briefName();
    boolean unique = specsByName.getOrDefault(ignoringCase(brief), 0L) <= 1;
    return unique ? brief : spec.fullName();
  }

  /** File systems may. */
  private static String ignoringCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
