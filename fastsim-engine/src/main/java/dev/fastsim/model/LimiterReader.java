package dev.fastsim.model;

import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.settings.LimiterSettings;
import dev.fastsim.units.Durations;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rate limiters of a class and its endpoints, and what they take from settings. */
final class LimiterReader {

  /** The limit of a window that says none. */
  private static final int LEFT_OUT = -1;

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;
  private final SettingsReader settings;

  LimiterReader(
      Class<?> type, AnnotationFinder finder, Mistakes mistakes, SettingsReader settings) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
    this.settings = settings;
  }

  Optional<Limiter> ofService() {
    return finder
        .onClass(type, RateLimiter.class)
        .map(Found::annotation)
        .flatMap(words -> limiter(words, mistakes.on(type, RateLimiter.class), "rate limiter"));
  }

  Optional<Limiter> ofEndpoint(Method endpoint) {
    return finder
        .onMethod(endpoint, RateLimiter.class)
        .flatMap(
            words ->
                limiter(
                    words,
                    mistakes.on(endpoint, RateLimiter.class),
                    "rate limiter of " + endpoint.getName()));
  }

  private Optional<Limiter> limiter(RateLimiter words, Place place, String subject) {
    boolean isBucket = !Double.isNaN(words.permitsPerSecond());
    boolean isWindow = words.limitForPeriod() != LEFT_OUT || !words.settings().isEmpty();
    boolean hasWindowParts =
        isWindow || !(words.limitRefreshPeriod() + words.timeoutDuration()).isEmpty();
    if (isBucket ? hasWindowParts : words.burst() != 1) {
      place.refuse(
          "permitsPerSecond and burst make a token bucket, the others a fixed window; give those of"
              + " one");
    } else if (!isBucket && !isWindow) {
      place.refuse("it sets no limit; give permitsPerSecond, limitForPeriod or settings");
    } else if (isBucket) {
      return place.whole(
          () -> new dev.fastsim.scenario.RateLimiter(words.permitsPerSecond(), words.burst()));
    } else {
      return window(words, place, subject);
    }
    return Optional.empty();
  }

  private Optional<Limiter> window(RateLimiter words, Place place, String subject) {
    Optional<LimiterSettings> taken =
        words.settings().isEmpty()
            ? Optional.empty()
            : settings.read(place, from -> from.limiter(words.settings()));
    taken.ifPresent(from -> note(words, from, subject));
    FixedWindow otherwise = taken.map(LimiterSettings::window).orElse(FixedWindow.DEFAULT);
    int limit =
        words.limitForPeriod() == LEFT_OUT ? otherwise.limitForPeriod() : words.limitForPeriod();
    Duration period =
        duration(
            "limitRefreshPeriod",
            words.limitRefreshPeriod(),
            otherwise.limitRefreshPeriod(),
            place);
    Duration timeout =
        duration("timeoutDuration", words.timeoutDuration(), otherwise.timeout(), place);
    return place.whole(() -> new FixedWindow(limit, period, timeout));
  }

  private static Duration duration(String attribute, String text, Duration otherwise, Place place) {
    return text.isEmpty()
        ? otherwise
        : place
            .attribute(attribute, () -> Duration.ofNanos(Durations.parseNanos(text)))
            .orElse(otherwise);
  }

  private void note(RateLimiter words, LimiterSettings taken, String subject) {
    List<String> texts = new ArrayList<>();
    if (words.limitForPeriod() == LEFT_OUT) {
      texts.add(taken.limitText());
    }
    if (words.limitRefreshPeriod().isEmpty()) {
      texts.add(taken.periodText());
    }
    if (words.timeoutDuration().isEmpty()) {
      texts.add(taken.timeoutText());
    }
    if (!texts.isEmpty()) {
      settings.note(subject + ": " + String.join(", ", texts));
    }
  }
}
