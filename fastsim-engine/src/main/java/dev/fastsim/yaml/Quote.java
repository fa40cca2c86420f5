package dev.fastsim.yaml;

/** How messages show text from a file: short, on one line, without control characters. */
final class Quote {

  private static final int LONGEST = 60;
  private static final int LONGEST_SENTENCE = 300;

  private Quote() {}

  /** The text in double quotes. */
  static String text(String text) {
    return '"' + cut(text) + '"';
  }

  /** The text as it is, unless it is long or holds control characters. */
  static String cut(String text) {
    return cut(text, LONGEST);
  }

  /** A sentence that holds text from a file. */
  static String sentence(String sentence) {
    return cut(sentence, LONGEST_SENTENCE);
  }

  /** The message of a refusal. */
  static String sentence(IllegalArgumentException refusal) {
    return sentence(String.valueOf(refusal.getMessage()));
  }

  /** The reason that a refusal gives, without the text that it refuses. */
  static String sentence(IllegalArgumentException refusal, String text) {
    String message = String.valueOf(refusal.getMessage());
    String opening = "'" + text + "' is not ";
    int reason = message.startsWith(opening) ? message.indexOf(": ", opening.length()) + 2 : 0;
    return sentence(message.substring(Math.max(reason, 0)));
  }

  /** The text as one line of at most so many characters. */
  static String cut(String text, int longest) {
    boolean cut = text.length() > longest;
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(each -> isPrintable(each) ? each : '.')
        .forEach(shown::appendCodePoint);
    return cut ? shown.append("...").toString() : shown.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
