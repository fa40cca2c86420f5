package dev.fastsim.settings;

import dev.fastsim.units.Spelling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the values below a prefix, as far as its mistakes allow, and reports them together. */
final class SettingsSection {

  private final SpringSettings settings;
  private final String prefix;
  private final String name;
  private final List<SettingsMistake> mistakes = new ArrayList<>();

  /**
   * @param prefix in any spelling
   */
  SettingsSection(SpringSettings settings, String prefix) {
    this.settings = settings;
    this.prefix = prefix;
    this.name = Property.name(prefix);
  }

  /** Nothing below the prefix is a mistake. */
  void requireAny() {
    if (settings.below(name).isEmpty()) {
      String hint = settings.nearest(prefix).map(near -> "did you mean " + near + "?").orElse("");
      mistake(SettingsPlace.wholeFile(settings.file()), prefix, "nothing", "keys below it", hint);
    }
  }

  /**
   * A key that is not among these is a mistake.
   *
   * @param known as they are usually written
   * @param groups those that may have keys below them
   */
  void requireKnown(Collection<String> known, Collection<String> groups) {
    List<String> names = known.stream().map(Property::name).toList();
    List<String> openNames = groups.stream().map(Property::name).toList();
    for (String found : settings.below(name)) {
      String first = found.contains(".") ? found.substring(0, found.indexOf('.')) : found;
      if (!names.contains(found) && !openNames.contains(first)) {
        for (Property property : settings.all(name + "." + found)) {
          String hint =
              Spelling.closest(property.keyBelow(name), known)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("");
          mistake(property.place(), property.key(), "an unknown key", "", hint);
        }
      }
    }
  }

  /** A whole number of at least so much. */
  Optional<Taken<Integer>> whole(String key, int least) {
    return read(
        key,
        "a whole number of at least " + least,
        text ->
            text.matches("0|[1-9]\\d{0,8}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number >= least)
                : Optional.empty(),
        text -> "");
  }

  /** A whole number of milliseconds, which is how HikariCP has its times. */
  Optional<Taken<Duration>> millis(String key, String expected, Predicate<Duration> allowed) {
    return read(
        key,
        expected,
        text ->
            text.matches("0|[1-9]\\d{0,14}")
                ? Optional.of(Duration.ofMillis(Long.parseLong(text))).filter(allowed)
                : Optional.empty(),
        text ->
            SpringDurations.parse(text)
                .filter(allowed)
                .map(meant -> "write " + meant.toMillis())
                .orElse(""));
  }

  /** A duration. */
  Optional<Taken<Duration>> duration(String key, String expected, Predicate<Duration> allowed) {
    return read(key, expected, text -> SpringDurations.parse(text).filter(allowed), text -> "");
  }

  /** A text that is not empty. */
  Optional<Taken<String>> text(String key) {
    return read(
        key, "text", text -> text.isEmpty() ? Optional.empty() : Optional.of(text), text -> "");
  }

  private <T> Optional<Taken<T>> read(
      String key,
      String expected,
      Function<String, Optional<T>> parser,
      Function<String, String> hint) {
    List<Property> found = settings.all(name + "." + Property.name(key));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Property property = found.get(0);
    if (found.size() > 1) {
      Property again = found.get(1);
      mistake(
          again.place(),
          again.key(),
          "a second value",
          "one",
          "the first is in line " + property.place().line());
    }
    try {
      String text = settings.resolved(property);
      Optional<T> value = parser.apply(text);
      if (value.isEmpty()) {
        String shown = text.isEmpty() ? "nothing" : "\"" + text + "\"";
        mistake(property.place(), property.key(), shown, expected, hint.apply(text));
      }
      return value.map(read -> new Taken<>(read, "from " + property.place().text()));
    } catch (IllegalArgumentException unresolved) {
      mistake(
          property.place(),
          property.key(),
          String.valueOf(unresolved.getMessage()),
          expected,
          "the environment is not read; give it a default: ${NAME:value}");
      return Optional.empty();
    }
  }

  private void mistake(
      SettingsPlace place, String key, String found, String expected, String hint) {
    mistakes.add(new SettingsMistake(place, key, found, expected, hint));
  }

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws InvalidSettingsException with every mistake so far
   */
  void check() {
    if (!mistakes.isEmpty()) {
      throw new InvalidSettingsException(settings.file(), mistakes);
    }
  }
}
