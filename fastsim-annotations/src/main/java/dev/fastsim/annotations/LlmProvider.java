package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Whoever serves {@linkplain LlmCall calls of language models}, and the limits of the account,
 * which all replicas share.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Repeatable(LlmProviders.class)
public @interface LlmProvider {

  /** What calls and results name it by. */
  String name();

  /** Calls that may be under way at once, at least 1; left out: no limit. */
  int concurrency() default Integer.MAX_VALUE;

  /**
   * Input and output tokens a minute, from 1 to 150 000 000; left out: no limit. It is a bucket
   * that starts full, holds the tokens of a minute and refills continuously. A call takes its input
   * and output tokens together when it begins; one that needs more than a full bucket takes a full
   * bucket.
   */
  int tokensPerMinute() default Integer.MAX_VALUE;

  /**
   * Whether a call that a limit does not admit is refused (status 429), so that its request ends as
   * <em>rejected</em>; otherwise it waits, first come, first served.
   */
  boolean rejectExcess() default false;
}
