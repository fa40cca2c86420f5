package dev.fastsim.units;

import java.math.BigDecimal;
import java.util.List;

/**
 * One unit of a kind of quantity.
 *
 * @param symbol how it is written, and the only way it is read
 * @param size how many of the smallest unit it holds
 * @param misspellings what people write instead; used for suggestions only, in lower case
 */
record Unit(String symbol, BigDecimal size, List<String> misspellings) {

  static Unit of(String symbol, String size, String... misspellings) {
    return new Unit(symbol, new BigDecimal(size), List.of(misspellings));
  }
}
