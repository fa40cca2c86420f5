package dev.fastsim.settings;

import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A value and where it was taken from.
 *
 * @param value as it is read
 * @param origin {@code from application.yml:12}, or {@code HikariCP's default}
 */
@API(status = API.Status.EXPERIMENTAL)
public record Taken<T>(T value, String origin) {

  /** The value in words, then where it is from. */
  public String text(Function<T, String> words) {
    return words.apply(value) + " " + origin;
  }
}
