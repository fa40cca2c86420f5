package dev.fastsim.model;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A class that is not a model that could be simulated; says everything that is wrong with it. */
@API(status = API.Status.EXPERIMENTAL)
public final class InvalidModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ModelMistake> mistakes;

  InvalidModelException(Class<?> modelClass, List<ModelMistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> System.lineSeparator() + "  - " + mistake.message())
            .collect(
                Collectors.joining(
                    "",
                    "model '%s' has %d mistake%s:"
                        .formatted(
                            ClassName.of(modelClass),
                            mistakes.size(),
                            mistakes.size() == 1 ? "" : "s"),
                    "")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Every mistake, in the order of the reading: class, steps, endpoints, dry run. */
  public List<ModelMistake> mistakes() {
    return mistakes;
  }
}
