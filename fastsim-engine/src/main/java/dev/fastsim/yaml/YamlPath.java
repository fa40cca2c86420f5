package dev.fastsim.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a document to one of its nodes, printed as {@code
 * topology_graph.nodes.servers[1].id}.
 *
 * <p>It is a chain up to the root, not a text, since a document may have many nodes below a long
 * key.
 */
final class YamlPath {

  /** The root of a document; prints as nothing. */
  static final YamlPath ROOT = new YamlPath(null, "", 0);

  private static final Pattern BARE = Pattern.compile("[\\w-]{1,60}+");

  private final @Nullable YamlPath parent;
  private final Object step;
  private final int depth;

  private YamlPath(@Nullable YamlPath parent, Object step, int depth) {
    this.parent = parent;
    this.step = step;
    this.depth = depth;
  }

  /** The value of a key of the mapping at this path. */
  YamlPath key(String key) {
    return new YamlPath(this, key, depth + 1);
  }

  /** An item of the list at this path, counted from 0. */
  YamlPath item(int index) {
    return new YamlPath(this, index, depth + 1);
  }

  /** How many keys and items lead here; 0 for the root. */
  int depth() {
    return depth;
  }

  @Override
  public String toString() {
    Deque<Object> steps = new ArrayDeque<>();
    for (YamlPath at = this; at.parent != null; at = at.parent) {
      steps.push(at.step);
    }
    StringBuilder text = new StringBuilder();
    for (Object each : steps) {
      if (each instanceof Integer index) {
        text.append('[').append(index).append(']');
      } else {
        String key = (String) each;
        text.append(text.isEmpty() ? "" : ".");
        text.append(BARE.matcher(key).matches() ? key : Quote.text(key));
      }
    }
    return text.toString();
  }
}
