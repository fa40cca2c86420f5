package dev.fastsim.model;

import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.units.Spelling;
import java.util.List;

/**
 * The pools that other words may refer to.
 *
 * @param all the names of all pools that are written, also of those that are refused
 */
record PoolNames(List<String> all) {

  /** Whether there is such a pool; if not, that is a mistake of the attribute {@code pool}. */
  boolean require(String wanted, Place place) {
    if (all.contains(wanted)) {
      return true;
    }
    String known =
        all.isEmpty()
            ? "the service has no pools; add @ConnectionPool(name = \"%s\", size = ...)"
                .formatted(wanted)
            : "the pools are " + String.join(", ", all);
    String meant =
        Spelling.closest(wanted, all).map(near -> "; did you mean '" + near + "'?").orElse("");
    place.refuse("pool", "there is no pool '%s'; %s%s".formatted(wanted, known, meant));
    return false;
  }
}
