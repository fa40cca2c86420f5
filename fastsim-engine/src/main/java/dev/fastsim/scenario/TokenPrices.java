package dev.fastsim.scenario;

import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * What the tokens of a language model cost, in dollars a million. Each price is from 0 to a million
 * with at most six digits after the point, so that a token costs a whole number of picodollars.
 *
 * @param perMillionInput of the tokens of the prompt
 * @param perMillionOutput of the tokens of the answer
 */
@API(status = API.Status.EXPERIMENTAL)
public record TokenPrices(BigDecimal perMillionInput, BigDecimal perMillionOutput) {

  /** Tokens cost nothing. */
  public static final TokenPrices NONE = new TokenPrices(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int DIGITS = 6;

  public TokenPrices {
    perMillionInput = checked("input", perMillionInput);
    perMillionOutput = checked("output", perMillionOutput);
  }

  private static BigDecimal checked(String what, BigDecimal price) {
    Check.that(
        price.signum() >= 0
            && price.movePointLeft(DIGITS).compareTo(BigDecimal.ONE) <= 0
            && price.stripTrailingZeros().scale() <= DIGITS,
        "the price of a million %s tokens must be from $0 to $1000000 with at most 6 digits after"
            + " the point, but is %s",
        what,
        price);
    return price.stripTrailingZeros();
  }

  /** What a token of the prompt costs, in picodollars. */
  public long picodollarsPerInputToken() {
    return perMillionInput.movePointRight(DIGITS).longValueExact();
  }

  /** What a token of the answer costs, in picodollars. */
  public long picodollarsPerOutputToken() {
    return perMillionOutput.movePointRight(DIGITS).longValueExact();
  }

  /** Whether tokens cost nothing. */
  public boolean areNone() {
    return equals(NONE);
  }
}
