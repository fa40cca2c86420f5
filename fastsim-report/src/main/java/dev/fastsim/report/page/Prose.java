package dev.fastsim.report.page;

import java.util.List;

/**
 * Lines of text.
 *
 * @param kind how they are set
 * @param lines in order; the spaces at their start are kept where the kind is {@link
 *     Kind#PREFORMATTED}
 */
public record Prose(Kind kind, List<String> lines) implements Block {

  /** How lines are set. */
  public enum Kind {
    /** Each a paragraph. */
    PARAGRAPHS,
    /** Each a point of a list. */
    LIST,
    /** As they are, in letters of equal width. */
    PREFORMATTED
  }

  public Prose {
    lines = List.copyOf(lines);
  }
}
