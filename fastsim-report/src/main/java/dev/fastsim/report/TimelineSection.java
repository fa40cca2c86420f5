package dev.fastsim.report;

import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Markup;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.templates.JtetimelineGenerated;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Timeline;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The event loop made visible: who holds which core when, who waits, and for what. */
public final class TimelineSection {

  private final Timeline timeline;
  private final TimelineLanes lanes;
  private final TimelineFacts facts;

  private TimelineSection(Timeline timeline) {
    this.timeline = timeline;
    this.lanes = TimelineLanes.of(timeline);
    this.facts = new TimelineFacts(timeline);
  }

  /** The section that shows a timeline, to be played or stepped through. */
  public static Section of(Timeline timeline) {
    StringOutput html = new StringOutput();
    JtetimelineGenerated.render(
        new OwaspHtmlTemplateOutput(html), null, new TimelineSection(timeline));
    Block picture =
        new Markup(html.toString(), Resources.text("timeline.css"), Resources.text("timeline.js"));
    return new Section(
        "timeline",
        "Event loop",
        "What each core and each request did in %s of replication %d, from %s after its start."
            .formatted(
                TimelineFacts.time(timeline.length()),
                timeline.replication(),
                TimelineFacts.time(timeline.from())),
        List.of(picture));
  }

  /** What it shows, in sentences. */
  public List<String> sentences() {
    return facts.sentences();
  }

  /** Lanes of cores. */
  public List<LaneView> cores() {
    return lanes.cores().stream().map(this::view).toList();
  }

  /** Lanes of requests. */
  public List<LaneView> requests() {
    return lanes.requests().stream().map(this::view).toList();
  }

  /** What has no lane, in a sentence; empty if everything has. */
  public String unseen() {
    String cores =
        lanes.idleCores() > 0
            ? "%d of %d cores have no lane, since nobody holds them or there are too many. "
                .formatted(lanes.idleCores(), timeline.cores().size())
            : "";
    String requests =
        lanes.otherRequests() > 0
            ? "%d of %d requests have no lane of their own; they are in the table."
                .formatted(lanes.otherRequests(), timeline.requests().size())
            : "";
    return (cores + requests).strip();
  }

  /** Length of the window in nanoseconds. */
  public long length() {
    return Math.max(1, timeline.length().toNanos());
  }

  /** What a bar may mean. */
  public List<Key> keys() {
    return keys(timeline);
  }

  /** What a bar may mean; waits that most services know nothing of only if there are any. */
  static List<Key> keys(Timeline timeline) {
    Set<Activity> unusual =
        EnumSet.of(Activity.THREAD_WAIT, Activity.PERMIT_WAIT, Activity.PROVIDER_WAIT);
    timeline.requests().stream()
        .flatMap(request -> request.spans().stream())
        .forEach(span -> unusual.remove(span.activity()));
    return Arrays.stream(Activity.values())
        .filter(each -> !unusual.contains(each))
        .map(each -> new Key(cssClass(each), each.text()))
        .toList();
  }

  /** The same as rows of text. */
  public Table table() {
    return new Table(
        "What each request did, in order",
        List.of("request", "endpoint", "arrives", "takes", "ends", "and does"),
        facts.rows());
  }

  private LaneView view(TimelineLanes.Lane lane) {
    return new LaneView(
        lane.label(),
        lane.detail(),
        lane.isSlowest(),
        lane.bars().stream().map(this::view).toList());
  }

  private BarView view(TimelineLanes.Bar bar) {
    String css = cssClass(bar.activity()) + (bar.isBlocking() ? " stalls" : "");
    return new BarView(
        css,
        bar.activity().text(),
        bar.name(),
        bar.request(),
        bar.start(),
        bar.end(),
        percent(bar.start()),
        percent(bar.end() - bar.start()));
  }

  private String percent(long nanos) {
    return String.format(Locale.ROOT, "%.4f%%", 100.0 * nanos / length());
  }

  static String cssClass(Activity activity) {
    return switch (activity) {
      case NETWORK -> "network";
      case MEMORY_WAIT -> "memory";
      case READY -> "ready";
      case RUNNING -> "running";
      case BLOCKING_IO -> "blocking";
      case IO -> "io";
      case POOL_WAIT, PROVIDER_WAIT, THREAD_WAIT, PERMIT_WAIT -> "pool";
    };
  }

  /** An entry of the legend. */
  public record Key(String css, String text) {}

  /** A lane as the template sees it. */
  public record LaneView(String label, String detail, boolean isSlowest, List<BarView> bars) {}

  /** A bar as the template sees it; times in nanoseconds since the start of the window. */
  public record BarView(
      String css,
      String activity,
      String name,
      int request,
      long start,
      long end,
      String left,
      String width) {}
}
