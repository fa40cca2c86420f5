package dev.fastsim.model;

import java.lang.reflect.Method;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a model class, and where.
 *
 * @param type the class it was found in: the model class, or one of its collaborators
 * @param method the method it was found at, if any
 * @param word the annotation, with its attribute where one is to blame: {@code @IoWait(pool)}
 * @param text what was found and what was expected
 */
@API(status = API.Status.EXPERIMENTAL)
public record ModelMistake(
    Class<?> type, @Nullable Method method, @Nullable String word, String text) {

  /** Where and what in one line: {@code CheckoutSpecTest.loadCart @IoWait(pool): there is ...}. */
  public String message() {
    StringBuilder message = new StringBuilder(ClassName.of(type));
    if (method != null) {
      message.append('.').append(method.getName());
    }
    if (word != null) {
      message.append(' ').append(word);
    }
    return message.append(": ").append(text).toString();
  }

  @Override
  public String toString() {
    return message();
  }
}
