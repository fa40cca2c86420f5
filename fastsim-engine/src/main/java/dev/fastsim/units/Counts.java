package dev.fastsim.units;

import java.util.Locale;
import org.apiguardian.api.API;

/** Numbers of things as text, in groups of three: {@code "480 000"}. */
@API(status = API.Status.EXPERIMENTAL)
public final class Counts {

  private Counts() {}

  /** Prints a count. */
  public static String format(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }
}
