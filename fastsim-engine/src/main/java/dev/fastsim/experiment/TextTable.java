package dev.fastsim.experiment;

import java.util.ArrayList;
import java.util.List;

/** Lines of text in three columns: a label, a value set to the right, and a note. */
final class TextTable {

  private static final String INDENT = "  ";

  private final List<Row> rows = new ArrayList<>();

  /** A line over the rows that follow, after an empty line unless it is the first. */
  void heading(String text) {
    if (!rows.isEmpty()) {
      rows.add(new Row("", "", ""));
    }
    rows.add(new Row(text, "", ""));
  }

  /** A line of its own below a heading. */
  void line(String text) {
    rows.add(new Row(INDENT + text, "", ""));
  }

  void row(String label, String value, String note) {
    rows.add(new Row(INDENT + label, value, note));
  }

  /** The lines, each with a line feed at its end. */
  String text() {
    List<Row> filled = rows.stream().filter(row -> !row.value.isEmpty()).toList();
    int labels = filled.stream().mapToInt(row -> row.label.length()).max().orElse(0);
    int values = filled.stream().mapToInt(row -> row.value.length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      String line =
          row.value.isEmpty()
              ? row.label
              : row.label
                  + " ".repeat(labels - row.label.length())
                  + INDENT
                  + " ".repeat(values - row.value.length())
                  + row.value
                  + INDENT
                  + row.note;
      text.append(line.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private record Row(String label, String value, String note) {}
}
