package dev.fastsim.units;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Guesses which known word was meant by a misspelt one, for the "did you mean" of our messages. */
@API(status = API.Status.INTERNAL)
public final class Spelling {

  private static final int SHORTEST_ABBREVIATION = 3;

  private Spelling() {}

  /**
   * The known word nearest to the one found, or nothing when none is near.
   *
   * <p>Near is: the same but for case, hyphens and underscores; or an abbreviation of at least
   * three letters; or at most one slip in every three letters, where a slip is a letter too many,
   * too few, wrong, or swapped with its neighbour.
   */
  public static Optional<String> closest(String found, Collection<String> known) {
    return known.stream()
        .filter(word -> isNear(plain(found), plain(word)))
        .min(Comparator.comparingInt(word -> slips(plain(found), plain(word))));
  }

  private static boolean isNear(String found, String word) {
    boolean abbreviated = found.length() >= SHORTEST_ABBREVIATION && word.startsWith(found);
    int allowed = Math.max(found.length(), word.length()) / 3;
    return abbreviated || slips(found, word) <= allowed;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  /** The optimal string alignment distance. */
  private static int slips(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int wrong = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(wrong, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
