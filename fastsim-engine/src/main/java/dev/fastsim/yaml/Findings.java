package dev.fastsim.yaml;

import dev.fastsim.units.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is wrong and what is odd in one file, so that all of it is reported at once. */
final class Findings {

  private static final int MOST = 200;
  private static final int MOST_LISTED = 20;
  private static final int MOST_SUGGESTED = 100;
  private static final int LONGEST_MISSPELT = 60;

  private final String file;
  private final Shelf mistakes = new Shelf();
  private final Shelf warnings = new Shelf();

  Findings(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** Something that must not be; see {@link YamlMistake} for the words. */
  void mistake(YamlMark mark, YamlPath path, String found, String expected, String hint) {
    mistakes.add(at(mark, path, found, expected, hint));
  }

  /** A value that is not what it should be. */
  void mistake(YamlNode node, String expected, String hint) {
    mistake(node.mark(), node.path(), node.found(), expected, hint);
  }

  /** A value that is not what it should be, with words of its own for what was found. */
  void mistake(YamlNode node, String found, String expected, String hint) {
    mistake(node.mark(), node.path(), found, expected, hint);
  }

  /** A key that nobody reads. */
  void unknownKey(YamlNode.Mapping mapping, YamlNode.Entry entry, Collection<String> known) {
    mistake(
        entry.mark(),
        mapping.path().key(entry.key()),
        "an unknown key",
        oneOf(known),
        suggestion(entry.key(), known));
  }

  /** A key that must be there and is not. */
  void missingKey(YamlNode.Mapping mapping, String key, String expected) {
    mistake(mapping.mark(), mapping.path().key(key), "nothing", expected, "add the key " + key);
  }

  /** Something tolerated that does not mean what its writer may think. */
  void warning(YamlMark mark, YamlPath path, String found, String expected, String hint) {
    warnings.add(at(mark, path, found, expected, hint));
  }

  /** A value that is tolerated. */
  void warning(YamlNode node, String expected, String hint) {
    warning(node.mark(), node.path(), node.found(), expected, hint);
  }

  private YamlMistake at(YamlMark mark, YamlPath path, String found, String expected, String hint) {
    return new YamlMistake(
        file, mark.line(), mark.column(), path.toString(), found, expected, hint);
  }

  /** How many mistakes there are so far. */
  int count() {
    return mistakes.count;
  }

  /** The warnings by position. */
  List<YamlMistake> warnings() {
    return warnings.sorted();
  }

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws InvalidFileException with every mistake so far
   */
  void check() {
    if (count() > 0) {
      throw exception();
    }
  }

  /** The mistakes so far, of which there is at least one, as an exception. */
  InvalidFileException exception() {
    List<YamlMistake> kept = mistakes.sorted();
    return new InvalidFileException(file, kept, mistakes.count - kept.size());
  }

  /** "Did you mean" for a misspelt word; empty if no known word is near. */
  static String suggestion(String found, Collection<String> known) {
    return found.length() > LONGEST_MISSPELT || known.size() > MOST_SUGGESTED
        ? ""
        : Spelling.closest(found, known).map(word -> "did you mean " + word + "?").orElse("");
  }

  /** The words in a sentence: {@code a}, {@code one of a, b, c}. */
  static String oneOf(Collection<String> known) {
    return (known.size() == 1 ? "" : "one of ") + list(known);
  }

  /** The first words, and dots for the others. */
  static String list(Collection<String> words) {
    String first =
        words.stream().limit(MOST_LISTED).map(Quote::cut).collect(Collectors.joining(", "));
    return words.size() > MOST_LISTED ? first + ", ..." : first;
  }

  /**
   * The first so many, and how many there were. What aliases repeat is one finding: that of the
   * first path that leads to its place.
   */
  private static final class Shelf {
    private final List<YamlMistake> kept = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();
    private int count;

    void add(YamlMistake finding) {
      if (kept.size() == MOST) {
        count++;
      } else if (known.add(place(finding))) {
        kept.add(finding);
        count++;
      }
    }

    private static List<Object> place(YamlMistake finding) {
      return List.of(
          finding.line(), finding.column(), finding.found(), finding.expected(), finding.hint());
    }

    List<YamlMistake> sorted() {
      return kept.stream().sorted(YamlMistake.BY_POSITION).toList();
    }
  }
}
