package dev.fastsim.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A file that is not a scenario that could be simulated; says everything that is wrong with it. */
@API(status = API.Status.EXPERIMENTAL)
public final class InvalidFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<YamlMistake> mistakes;

  /**
   * @param mistakes sorted by position, at least one
   * @param more how many further ones were found but not kept
   */
  InvalidFileException(String file, List<YamlMistake> mistakes, int more) {
    super(
        mistakes.stream()
                .map(mistake -> System.lineSeparator() + "  " + mistake.message())
                .collect(Collectors.joining("", heading(file, mistakes.size() + more), ""))
            + (more == 0 ? "" : System.lineSeparator() + "  and %d more".formatted(more)));
    this.mistakes = List.copyOf(mistakes);
  }

  private static String heading(String file, int count) {
    return "%s has %d mistake%s:".formatted(file, count, count == 1 ? "" : "s");
  }

  /** The mistakes, sorted by position; of a file with very many, the first 200 found. */
  public List<YamlMistake> mistakes() {
    return mistakes;
  }
}
