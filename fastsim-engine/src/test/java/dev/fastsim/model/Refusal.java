package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** The mistakes a class is refused for. */
final class Refusal {

  private Refusal() {}

  static List<String> of(Class<?> model) {
    InvalidModelException invalid =
        catchThrowableOfType(InvalidModelException.class, () -> ServiceModel.read(model));
    assertThat(invalid).as("refusal of %s", model.getSimpleName()).isNotNull();
    return invalid.mistakes().stream().map(ModelMistake::message).toList();
  }
}
