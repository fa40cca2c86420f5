package dev.fastsim.report.page;

import java.util.List;

/**
 * Rows of text. Every column but the first is set to the right if its cells are numbers.
 *
 * @param caption what it holds
 * @param header one text for each column
 * @param rows of as many cells; the first cell is the heading of its row
 */
public record Table(String caption, List<String> header, List<List<String>> rows) implements Block {

  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of '%s' has %d cells, but the header has %d"
                .formatted(caption, row.size(), header.size()));
      }
    }
  }

  /** Whether a column holds figures, which are easier to compare when they end at one edge. */
  public boolean isNumeric(int column) {
    return column > 0
        && rows.stream()
            .map(row -> row.get(column))
            .allMatch(cell -> cell.isEmpty() || cell.matches("([-+<>≤≥]\\s?)?\\d.*|n/a|none|∞"));
  }
}
