/**
 * The text of quantities, both ways: durations, byte sizes, rates and shares.
 *
 * <p>This is the lowest floor of the engine and depends on nothing of ours. Every quantity an
 * annotation, a file or a report shows goes through here, so that {@code "1.5 ms"} means the same
 * everywhere and is always printed alike. Reading is strict: a quantity without a unit, an unknown
 * unit or an impossible value is refused by an {@link dev.fastsim.units.UnitFormatException} that
 * says what was found and what was expected. Reading and printing are exact decimal arithmetic, so
 * the result depends neither on the locale nor on the JDK.
 */
@NullMarked
package dev.fastsim.units;

import org.jspecify.annotations.NullMarked;
