package dev.fastsim.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Spring Boot reads them: {@code 500ms}, {@code PT0.5S}, or a plain number of
 * milliseconds.
 */
final class SpringDurations {

  static final String EXPECTED = "a duration such as 500ms, 2s or PT2S, or milliseconds";

  private static final Pattern SIMPLE = Pattern.compile("([+-]?\\d{1,15})([a-zA-Z]{0,2})");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ns", ChronoUnit.NANOS,
          "us", ChronoUnit.MICROS,
          "ms", ChronoUnit.MILLIS,
          "", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private SpringDurations() {}

  /** The duration; empty if the text is none. */
  static Optional<Duration> parse(String text) {
    Matcher simple = SIMPLE.matcher(text);
    if (simple.matches()) {
      ChronoUnit unit = UNITS.get(simple.group(2).toLowerCase(Locale.ROOT));
      return Optional.ofNullable(unit)
          .map(known -> Duration.of(Long.parseLong(simple.group(1)), known));
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
