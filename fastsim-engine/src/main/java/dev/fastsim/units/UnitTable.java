package dev.fastsim.units;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The units of one kind of quantity, smallest first, and the words for talking about it.
 *
 * @param kind what the quantity is called, with its article: "a duration"
 * @param expected what a right text consists of
 * @param example a text that is right
 * @param units the units, smallest first
 */
record UnitTable(String kind, String expected, String example, List<Unit> units) {

  /** A table whose quantities are always a number and a unit. */
  static UnitTable of(String kind, String example, List<Unit> units) {
    String symbols = units.stream().map(Unit::symbol).collect(Collectors.joining(", "));
    return new UnitTable(kind, "a number and one of " + symbols, example, units);
  }

  /** The unit with this symbol, or a failure that suggests the one that was probably meant. */
  Unit find(String text, String symbol) {
    if (symbol.isEmpty()) {
      throw wrong(text, "it has no unit");
    }
    return units.stream()
        .filter(unit -> unit.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> wrong(text, "unknown unit '" + symbol + "'" + suggestion(symbol)));
  }

  UnitFormatException wrong(String text, String reason) {
    return UnitFormatException.notA(kind, text, reason, expected, example);
  }

  private String suggestion(String symbol) {
    String lower = symbol.toLowerCase(Locale.ROOT);
    return units.stream()
        .filter(unit -> unit.misspellings().contains(lower))
        .map(Unit::symbol)
        .findFirst()
        .or(() -> spelledAlike(symbol))
        .map(found -> ", did you mean " + found + "?")
        .orElse("");
  }

  private Optional<String> spelledAlike(String symbol) {
    return Spelling.closest(symbol, units.stream().map(Unit::symbol).toList());
  }

  /**
   * A regular expression for one quantity with a unit of the table, in the syntax that Java and
   * ECMAScript share.
   */
  String pattern() {
    String symbols = units.stream().map(Unit::symbol).collect(Collectors.joining("|"));
    return "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?\\s*(" + symbols + ")";
  }
}
