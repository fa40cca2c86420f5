package dev.fastsim.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a model, so that all of it can be reported at once. */
final class Mistakes {

  private final List<ModelMistake> found = new ArrayList<>();

  void add(Class<?> type, @Nullable Method method, @Nullable String word, String text) {
    ModelMistake mistake = new ModelMistake(type, method, word, text);
    if (!found.contains(mistake)) {
      found.add(mistake);
    }
  }

  void add(Class<?> type, String text) {
    add(type, null, null, text);
  }

  /** Where an annotation of a class stands. */
  Place on(Class<?> type, Class<? extends Annotation> word) {
    return new Place(this, type, null, word.getSimpleName());
  }

  /** Where an annotation of a method stands. */
  Place on(Method method, Class<? extends Annotation> word) {
    return new Place(this, method.getDeclaringClass(), method, word.getSimpleName());
  }

  int count() {
    return found.size();
  }

  List<ModelMistake> all() {
    return List.copyOf(found);
  }

  /** One annotation at its place, to which mistakes in its attributes are put down. */
  record Place(Mistakes mistakes, Class<?> type, @Nullable Method method, String word) {

    /** Where an annotation stands that is written inside this one. */
    Place inside(Class<? extends Annotation> other) {
      return new Place(mistakes, type, method, word + " @" + other.getSimpleName());
    }

    /** The same place, with the name that tells the annotation from others of its kind. */
    Place named(String name) {
      return new Place(mistakes, type, method, "%s '%s'".formatted(word, name));
    }

    void refuse(String text) {
      mistakes.add(type, method, "@" + word, text);
    }

    void refuse(String attribute, String text) {
      mistakes.add(type, method, "@" + word + "(" + attribute + ")", text);
    }

    /** Reads one attribute; what its reader refuses becomes a mistake. */
    <T> Optional<T> attribute(String attribute, Supplier<T> reader) {
      try {
        return Optional.of(reader.get());
      } catch (IllegalArgumentException refused) {
        refuse(attribute, text(refused));
        return Optional.empty();
      }
    }

    /** Makes a whole out of attributes; what it refuses becomes a mistake. */
    <T> Optional<T> whole(Supplier<T> maker) {
      try {
        return Optional.of(maker.get());
      } catch (IllegalArgumentException refused) {
        refuse(text(refused));
        return Optional.empty();
      }
    }

    private static String text(IllegalArgumentException refused) {
      String message = refused.getMessage();
      return message == null ? refused.toString() : message;
    }
  }
}
