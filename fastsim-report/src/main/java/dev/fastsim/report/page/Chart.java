package dev.fastsim.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture of numbers, which the page also gives as a table.
 *
 * @param id unique in its page, of letters, digits and hyphens
 * @param title what it shows
 * @param summary what there is to see in it, in a sentence, for those who cannot see it; not empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series at least one; of any number of points
 * @param marks limits, faults and other lines
 * @param notes what a reader must know to read it right, such as what was left out
 */
public record Chart(
    String id,
    String title,
    String summary,
    Axis x,
    Axis y,
    List<Series> series,
    List<Mark> marks,
    List<String> notes)
    implements Block {

  /** Most points of a series that are drawn; what has more is thinned out. */
  public static final int MOST_POINTS = 400;

  public Chart {
    Ids.require(id);
    if (summary.isBlank()) {
      throw new IllegalArgumentException("the chart '%s' says nothing in words".formatted(title));
    }
    List<String> allNotes = new ArrayList<>(notes);
    List<Series> drawn = new ArrayList<>();
    for (Series each : series) {
      Series thinned = Thinning.thin(each, MOST_POINTS);
      drawn.add(thinned);
      if (thinned.points().size() < each.points().size()) {
        allNotes.add(Thinning.note(each, thinned));
      }
    }
    series = List.copyOf(drawn);
    marks = List.copyOf(marks);
    notes = List.copyOf(allNotes);
  }

  /** The same chart with one more note. */
  public Chart withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Chart(id, title, summary, x, y, series, marks, more);
  }

  /** The same numbers as a table. */
  public Table table() {
    return ChartTable.of(this);
  }
}
