package dev.fastsim.scenario;

import org.apiguardian.api.API;

/**
 * Whoever serves the calls of language models, and the limits of the account: all steps that name
 * the same provider share them, whatever service and replica they run in.
 *
 * <p>The limit on tokens is a bucket that starts full, holds what may be used in a minute, and
 * refills continuously. A call takes its input and output tokens together when it begins; one that
 * needs more than a full bucket takes a full bucket.
 *
 * @param name in results; unique among different providers of a scenario
 * @param concurrency calls that may be under way at once, at least 1; {@link #UNLIMITED} for no
 *     limit
 * @param tokensPerMinute from 1 to {@link #TOKENS_MOST}; {@link #UNLIMITED} for no limit
 * @param excess what becomes of a call that a limit does not admit
 */
@API(status = API.Status.EXPERIMENTAL)
public record LlmProvider(String name, int concurrency, int tokensPerMinute, Excess excess) {

  /** No limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Largest limit on tokens per minute. */
  public static final int TOKENS_MOST = 150_000_000;

  /** What becomes of a call that a limit does not admit. */
  public enum Excess {
    /** It waits, first come, first served, however small it is. */
    WAIT,
    /** It is refused (status 429), and its request ends as rejected. */
    REJECT
  }

  public LlmProvider {
    Check.name("a provider", name);
    Check.that(concurrency >= 1, "concurrency must be at least 1, but is %s", concurrency);
    Check.that(
        (tokensPerMinute >= 1 && tokensPerMinute <= TOKENS_MOST) || tokensPerMinute == UNLIMITED,
        "tokensPerMinute must be from 1 to %s, but is %s",
        TOKENS_MOST,
        tokensPerMinute);
  }

  /** A provider without limits. */
  public static LlmProvider unlimited(String name) {
    return new LlmProvider(name, UNLIMITED, UNLIMITED, Excess.WAIT);
  }
}
