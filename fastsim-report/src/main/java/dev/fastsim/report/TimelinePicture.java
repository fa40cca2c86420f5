package dev.fastsim.report;

import dev.fastsim.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A timeline as a picture for documents: SVG without scripts, for light and dark. */
public final class TimelinePicture {

  private static final int WIDTH = 960;
  private static final int LEFT = 110;
  private static final int RIGHT = 16;
  private static final int CORE = 26;
  private static final int REQUEST = 14;
  private static final int HEADING = 24;
  private static final int KEYS = 34;
  private static final int TICKS = 8;

  private final Timeline timeline;
  private final TimelineLanes lanes;
  private final StringBuilder svg = new StringBuilder();
  private int y = KEYS;

  private TimelinePicture(Timeline timeline) {
    this.timeline = timeline;
    this.lanes = TimelineLanes.of(timeline);
  }

  /** The picture as SVG. */
  public static String of(Timeline timeline) {
    return new TimelinePicture(timeline).draw();
  }

  /**
   * Writes the picture, in UTF-8; folders are made as needed.
   *
   * @throws IOException if that is not possible
   */
  public static void write(Timeline timeline, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, of(timeline));
  }

  private String draw() {
    keys();
    heading("Cores");
    lanes.cores().forEach(lane -> lane(lane, CORE));
    heading("Requests");
    lanes.requests().forEach(lane -> lane(lane, REQUEST));
    axis();
    String summary = String.join(" ", new TimelineFacts(timeline).sentences());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
        <title>%s</title>
        <style>
        %s</style>
        <defs><pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stripe-back" width="7" height="7"/><rect class="stripe" width="2" height="7"/></pattern></defs>
        <rect class="page" width="%d" height="%d"/>
        %s</svg>
        """
        .formatted(
            WIDTH,
            y,
            escaped(summary),
            escaped(timeline.scenario()),
            Resources.text("timeline-picture.css"),
            WIDTH,
            y,
            svg);
  }

  private void keys() {
    int x = LEFT;
    for (TimelineSection.Key key : TimelineSection.keys(timeline)) {
      rect(key.css(), x, 10, 20, 10, "");
      text("key", x + 25, 19, key.text());
      x += 42 + 6 * key.text().length();
    }
  }

  private void heading(String text) {
    y += HEADING;
    text("heading", LEFT, y - 6, text);
  }

  private void lane(TimelineLanes.Lane lane, int height) {
    text(
        lane.isSlowest() ? "label slowest" : "label", LEFT - 8, y + height / 2.0 + 4, lane.label());
    line(LEFT, y + height, WIDTH - RIGHT, y + height);
    for (TimelineLanes.Bar bar : lane.bars()) {
      boolean isThick =
          bar.isBlocking() || TimelineSection.cssClass(bar.activity()).equals("running");
      double inset = isThick ? 1 : height * 0.28;
      double left = x(bar.start());
      String css = TimelineSection.cssClass(bar.activity()) + (bar.isBlocking() ? " stalls" : "");
      rect(
          css,
          left,
          y + inset,
          Math.max(0.5, x(bar.end()) - left),
          height - 2 * inset,
          "request %d, %s %s".formatted(bar.request(), bar.activity().text(), bar.name()));
    }
    y += height;
  }

  private double x(long nanos) {
    return LEFT
        + (double) nanos / Math.max(1, timeline.length().toNanos()) * (WIDTH - LEFT - RIGHT);
  }

  private void axis() {
    long step = step(timeline.length().toNanos() / TICKS);
    for (long tick = 0; tick <= timeline.length().toNanos(); tick += step) {
      text("tick", x(tick), y + 16, tick == 0 ? "0" : TimelineFacts.time(Duration.ofNanos(tick)));
      line(x(tick), y, x(tick), y + 4);
    }
    y += 26;
  }

  /** The smallest of 1, 2, 5, 10, ... that is not smaller. */
  private static long step(long least) {
    long step = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * step >= least) {
          return factor * step;
        }
      }
      step *= 10;
    }
  }

  private void rect(
      String css, double left, double top, double width, double height, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\">%s</rect>\n",
            css,
            left,
            top,
            width,
            height,
            title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>"));
  }

  private void line(double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"line\" d=\"M%.2f %.1fL%.2f %.1f\"/>\n", x1, y1, x2, y2));
  }

  private void text(String css, double x, double baseline, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.2f\" y=\"%.1f\">%s</text>\n",
            css,
            x,
            baseline,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
