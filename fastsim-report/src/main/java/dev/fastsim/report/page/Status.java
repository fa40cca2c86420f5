package dev.fastsim.report.page;

/** How something turned out; shown by a sign and a word, never by a colour alone. */
public enum Status {
  /** As promised. */
  GOOD("✓", "kept"),
  /** Not as promised. */
  BAD("✗", "broken"),
  /** It cannot be told. */
  OPEN("?", "undecided"),
  /** Nothing was promised. */
  NEUTRAL("·", "no promise");

  private final String sign;
  private final String word;

  Status(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /** One character. */
  public String sign() {
    return sign;
  }

  /** One or two words. */
  public String word() {
    return word;
  }

  /** For style sheets. */
  public String cssClass() {
    return "is-" + word.replace(' ', '-');
  }
}
