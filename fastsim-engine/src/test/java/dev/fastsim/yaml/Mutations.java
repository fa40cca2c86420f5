package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** Slips of a writer: texts that are nearly right. */
final class Mutations {

  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "1.5",
          "true",
          "null",
          "[]",
          "{}",
          "x",
          "'5'",
          "1e400",
          ".nan",
          "5 ms",
          "0 s",
          "1000000 d",
          "99%",
          "clients",
          "&a 1",
          "*a",
          "!!str 1",
          "exponential(",
          "\"\\uD800\"");

  private Mutations() {}

  /** The text with one to three slips. */
  static String mutate(String text, SplittableRandom random) {
    String mutated = text;
    int slips = random.nextInt(1, 4);
    for (int i = 0; i < slips; i++) {
      mutated = slip(random).apply(mutated);
    }
    return mutated;
  }

  private static UnaryOperator<String> slip(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> text -> lines(text, random, line -> "");
      case 1 -> text -> lines(text, random, line -> line + line);
      case 2 -> text -> lines(text, random, line -> "  " + line);
      case 3 ->
          text ->
              lines(
                  text,
                  random,
                  line ->
                      line.replaceFirst(
                          ": [^{\\[,]+?([,}]|$)",
                          ": "
                              + Matcher.quoteReplacement(VALUES.get(random.nextInt(VALUES.size())))
                              + "$1"));
      case 4 -> text -> letter(text, random, "");
      default -> text -> letter(text, random, String.valueOf((char) random.nextInt(' ', 127)));
    };
  }

  private static String lines(String text, SplittableRandom random, UnaryOperator<String> change) {
    List<String> lines = new ArrayList<>(text.lines().map(each -> each + "\n").toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    lines.set(at, change.apply(lines.get(at)));
    return String.join("", lines);
  }

  private static String letter(String text, SplittableRandom random, String instead) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    return text.substring(0, at) + instead + text.substring(at + 1);
  }
}
