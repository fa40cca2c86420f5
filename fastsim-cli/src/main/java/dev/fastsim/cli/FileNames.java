package dev.fastsim.cli;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes file names of names, for any system; no two are equal, whatever their case. */
final class FileNames {

  private final Set<String> given = new HashSet<>();

  /**
   * {@code GET /item/{id}} becomes {@code GET_item_id}, or {@code GET_item_id-2} if that is taken.
   */
  String next(String name) {
    String plain = name.replaceAll("[^\\p{Alnum}._-]+", "_").replaceAll("^[_.]+|[_.]+$", "");
    String base = plain.isEmpty() ? "endpoint" : plain;
    String candidate = base;
    for (int i = 2; !given.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      candidate = base + "-" + i;
    }
    return candidate;
  }
}
