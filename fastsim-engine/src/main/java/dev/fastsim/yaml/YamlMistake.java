package dev.fastsim.yaml;

import java.util.Comparator;
import org.apiguardian.api.API;

/**
 * One thing that is wrong, or odd, in a file.
 *
 * @param file as it was named
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1; 0 if the file as a whole is meant
 * @param path of the value in the document, {@code topology_graph.nodes.servers[0].id}; empty if
 *     the document as a whole is meant
 * @param found what is there
 * @param expected what should be there
 * @param hint the likely fix; empty if there is none to guess
 */
@API(status = API.Status.EXPERIMENTAL)
public record YamlMistake(
    String file, int line, int column, String path, String found, String expected, String hint) {

  static final Comparator<YamlMistake> BY_POSITION =
      Comparator.comparingInt(YamlMistake::line).thenComparingInt(YamlMistake::column);

  /**
   * In one line, where editors find the place: {@code file.yml:12:7: nodes.servers[0].cpu_cores:
   * found "two", expected a whole number of at least 1}.
   */
  public String message() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + "found "
        + found
        + (expected.isEmpty() ? "" : ", expected " + expected)
        + (hint.isEmpty() ? "" : "; " + hint);
  }

  @Override
  public String toString() {
    return message();
  }
}
