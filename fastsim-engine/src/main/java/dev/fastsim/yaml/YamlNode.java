package dev.fastsim.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a document, with the place where it is written and the path that leads to it. */
sealed interface YamlNode {

  /** Where it is written; for the copy an alias makes, where the anchor's node is written. */
  YamlMark mark();

  /** The way here from the root; each copy of an anchor's node has its own. */
  YamlPath path();

  /** What was found here, in the words of a message: {@code "two"}, {@code 7}, {@code a list}. */
  String found();

  /** The line it is written in, from 1. */
  default int line() {
    return mark().line();
  }

  /** The column it starts in, from 1. */
  default int column() {
    return mark().column();
  }

  /**
   * Keys and values. Merge keys are resolved: what they bring stands behind the keys written here.
   *
   * @param entries in the order of the file
   */
  record Mapping(YamlMark mark, YamlPath path, Map<String, Entry> entries) implements YamlNode {

    /** The entry of a key, if there is one. */
    Optional<Entry> entry(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public String found() {
      return "a mapping";
    }
  }

  /**
   * A key with its value.
   *
   * @param key as text, however it is written
   * @param mark where the key is written
   */
  record Entry(String key, YamlMark mark, YamlNode value) {}

  /** A list. */
  record Sequence(YamlMark mark, YamlPath path, List<YamlNode> items) implements YamlNode {
    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text without quotes; what is quoted is always {@link Kind#TEXT}
   * @param kind by the core schema of YAML 1.2
   */
  record Scalar(YamlMark mark, YamlPath path, String text, Kind kind) implements YamlNode {
    @Override
    public String found() {
      return switch (kind) {
        case TEXT -> Quote.text(text);
        case NULL -> "nothing";
        case WHOLE, DECIMAL, BOOLEAN -> Quote.cut(text);
      };
    }
  }

  /** What a scalar is. */
  enum Kind {
    /** Quoted, or nothing else. */
    TEXT,
    /** A whole number: {@code 12}, {@code 0x0C}. */
    WHOLE,
    /** Another number: {@code 1.5}, {@code 1e3}, {@code .inf}, {@code .nan}. */
    DECIMAL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}, {@code ~}, or nothing at all. */
    NULL
  }
}
