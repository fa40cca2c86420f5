package dev.fastsim.report;

import dev.fastsim.report.TimelineLanes.Bar;
import dev.fastsim.report.TimelineLanes.Lane;
import dev.fastsim.timeline.Timeline;
import java.util.Arrays;

/** A timeline drawn in characters, for terminals. */
public final class TimelineText {

  private static final int COLUMNS = 64;
  private static final String KEYS =
      "# running  B blocked core  . ready  - I/O  p pool  w thread  m memory  ~ network\n";

  private TimelineText() {}

  /**
   * A line for each core and each request, at most 80 columns wide, and what it shows in words;
   * lines end in a line feed. A character shows what took most of its time.
   */
  public static String of(Timeline timeline) {
    TimelineLanes lanes = TimelineLanes.of(timeline);
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %s of replication %d from %s, a column is %s%n%n"
            .formatted(
                timeline.scenario(),
                TimelineFacts.time(timeline.length()),
                timeline.replication(),
                TimelineFacts.time(timeline.from()),
                TimelineFacts.time(timeline.length().dividedBy(COLUMNS)))
            .replace(System.lineSeparator(), "\n"));
    lanes.cores().forEach(lane -> text.append(line(lane, timeline)));
    text.append('\n');
    lanes.requests().forEach(lane -> text.append(line(lane, timeline)));
    text.append('\n').append(KEYS);
    new TimelineFacts(timeline).sentences().forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  private static String line(Lane lane, Timeline timeline) {
    double column = Math.max(1, timeline.length().toNanos()) / (double) COLUMNS;
    char[] cells = new char[COLUMNS];
    Arrays.fill(cells, ' ');
    for (int i = 0; i < COLUMNS; i++) {
      double most = 0;
      for (Bar bar : lane.bars()) {
        double share = Math.min(bar.end(), (i + 1) * column) - Math.max(bar.start(), i * column);
        if (share > most) {
          most = share;
          cells[i] = sign(bar);
        }
      }
    }
    String label = lane.isSlowest() ? lane.label() + " *" : lane.label();
    String cut = label.length() > 14 ? label.substring(0, 13) + "…" : label;
    return "%14s %s".formatted(cut, new String(cells)).stripTrailing() + "\n";
  }

  private static char sign(Bar bar) {
    if (bar.isBlocking()) {
      return 'B';
    }
    return switch (bar.activity()) {
      case RUNNING -> '#';
      case READY -> '.';
      case IO, BLOCKING_IO -> '-';
      case POOL_WAIT, PROVIDER_WAIT -> 'p';
      case THREAD_WAIT, PERMIT_WAIT -> 'w';
      case MEMORY_WAIT -> 'm';
      case NETWORK -> '~';
    };
  }
}
