package dev.fastsim.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A key of a settings file with its value.
 *
 * @param key as it is written, with the keys it stands below: {@code
 *     spring.datasource.hikari.maximumPoolSize}
 * @param text of the value, placeholders included; empty if there is none
 * @param place where the value stands
 */
record Property(String key, String text, SettingsPlace place) {

  private static final Pattern SEPARATORS = Pattern.compile("[\\[\\].]+");
  private static final Pattern IGNORED = Pattern.compile("[-_]");

  /** Its name in the one spelling that all of Spring's spellings of it have in common. */
  String name() {
    return name(key);
  }

  /**
   * The spelling in which names are compared: {@code maximum-pool-size}, {@code maximumPoolSize}
   * and {@code MAXIMUM_POOL_SIZE} are one name.
   */
  static String name(String written) {
    String joined = SEPARATORS.matcher(written).replaceAll(".");
    String trimmed = joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
    return IGNORED.matcher(trimmed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The same value under the key it has below another one. */
  String keyBelow(String prefix) {
    int dots = (int) prefix.chars().filter(each -> each == '.').count() + 1;
    String rest = SEPARATORS.matcher(key).replaceAll(".");
    for (int i = 0; i < dots; i++) {
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
