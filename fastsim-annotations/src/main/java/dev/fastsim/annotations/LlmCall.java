package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A call of a language model. It takes the time to the first token, and then a time for each token
 * of the answer; the core is free for others meanwhile.
 *
 * <p>It costs its tokens by their prices, which are part of what a request costs ({@link CostSla}).
 * With a {@linkplain #provider() provider} it keeps within the limits of an account.
 */
@Documented
@Retention(RUNTIME)
@Target({METHOD, ANNOTATION_TYPE})
public @interface LlmCall {

  /** Which language model; text for people, {@code "gpt-5-mini"}. */
  String model();

  /**
   * Name of the {@link LlmProvider} that serves it; left out: one without limits, named like the
   * model.
   */
  String provider() default "";

  /** Distribution of the prompt's tokens: {@code "lognormal(median=800, p99=4000)"}. */
  String inputTokens();

  /** Distribution of the answer's tokens. */
  String outputTokens();

  /** Distribution of the time from the beginning of the call to its first token. */
  String timeToFirstToken();

  /** Distribution of the time for each token of the answer, which is drawn once for a call. */
  String perOutputToken();

  /**
   * Dollars for a million tokens of prompts, {@code "$0.25"}; at most six digits after the point.
   */
  String pricePerMillionInput() default "$0";

  /** Dollars for a million tokens of answers. */
  String pricePerMillionOutput() default "$0";
}
