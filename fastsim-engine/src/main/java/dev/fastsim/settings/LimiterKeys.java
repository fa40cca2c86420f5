package dev.fastsim.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a rate limiter of resilience4j. What an instance does not say its {@code base-config}
 * says, or {@code configs.default} where it names none, as in resilience4j's own reading.
 */
final class LimiterKeys {

  private static final String BASE = "base-config";
  private static final String STANDARD = "default";

  private static final List<String> KNOWN =
      List.of(
          "limit-for-period",
          "limit-refresh-period",
          "timeout-duration",
          BASE,
          "register-health-indicator",
          "allow-health-indicator-to-fail",
          "event-consumer-buffer-size",
          "subscribe-for-events",
          "writable-stack-trace-enabled");

  private final SpringSettings settings;
  private final Set<String> seen = new HashSet<>();

  LimiterKeys(SpringSettings settings) {
    this.settings = settings;
  }

  /** What stands below {@code resilience4j.ratelimiter.instances.NAME}. */
  LimiterSettings read(String prefix) {
    SettingsSection section = new SettingsSection(settings, prefix);
    section.requireAny();
    section.requireKnown(KNOWN, List.of());
    Optional<Taken<Integer>> limit = section.whole("limit-for-period", 1);
    Optional<Taken<Duration>> period =
        section.duration(
            "limit-refresh-period",
            SpringDurations.EXPECTED + ", of at least 1 ns",
            time -> !time.isNegative() && !time.isZero());
    Optional<Taken<Duration>> timeout =
        section.duration(
            "timeout-duration",
            SpringDurations.EXPECTED + ", not negative",
            time -> !time.isNegative());
    Optional<Taken<String>> base = section.text(BASE);
    section.check();
    LimiterSettings otherwise = otherwise(prefix, base.map(Taken::value));
    return new LimiterSettings(
        limit.orElse(otherwise.limitForPeriod()),
        period.orElse(otherwise.limitRefreshPeriod()),
        timeout.orElse(otherwise.timeout()));
  }

  /** What holds for what is not said below a prefix. */
  private LimiterSettings otherwise(String prefix, Optional<String> base) {
    seen.add(Property.name(prefix));
    String standard = configs(prefix) + STANDARD;
    Optional<String> next =
        base.map(name -> configs(prefix) + name)
            .or(() -> Optional.of(standard).filter(each -> isThere(each)));
    return next.filter(each -> !seen.contains(Property.name(each)))
        .map(this::read)
        .orElse(LimiterSettings.DEFAULT);
  }

  private boolean isThere(String prefix) {
    return !settings.below(Property.name(prefix)).isEmpty();
  }

  /** Where the shared configurations are: beside {@code instances}. */
  private static String configs(String prefix) {
    int name = prefix.lastIndexOf('.');
    int kind = prefix.lastIndexOf('.', name - 1);
    return prefix.substring(0, Math.max(kind + 1, 0)) + "configs.";
  }
}
