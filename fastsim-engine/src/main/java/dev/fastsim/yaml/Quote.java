package dev.fastsim.yaml;

/** How messages show text from a file: short, on one line, without control characters. */
final class Quote {

  private static final int LONGEST = 60;

  private Quote() {}

  /** The text in double quotes. */
  static String text(String text) {
    return '"' + cut(text) + '"';
  }

  /** The text as it is, unless it is long or holds control characters. */
  static String cut(String text) {
    boolean cut = text.length() > LONGEST;
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
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
