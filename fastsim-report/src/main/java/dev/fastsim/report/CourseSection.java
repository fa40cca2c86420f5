package dev.fastsim.report;

import dev.fastsim.experiment.Course;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How one run went over its time, with what went wrong meanwhile. */
final class CourseSection {

  private static final int DRAWN = 8;

  private final SimulationResult result;
  private final Scenario scenario;
  private final List<Picture> pictures = new ArrayList<>();

  /** A line of a chart. */
  private record Line(String name, ToDoubleFunction<RunResult> reading) {}

  /** A chart before the run has been looked at. */
  private record Picture(String id, String title, Axis y, List<Line> lines) {}

  private CourseSection(SimulationResult result) {
    this.result = result;
    this.scenario = result.scenario();
    requests();
    servers();
    pools();
    add(
        "course-links",
        "Connections in flight on links",
        Axis.linear("in flight", Unit.NUMBER),
        IntStream.range(0, scenario.links().size())
            .mapToObj(
                i -> new Line(name(scenario.links(), i), run -> run.links().get(i).inFlight()))
            .toList());
  }

  /**
   * The section.
   *
   * @param monitor may cancel the simulation that it takes
   */
  static Section of(SimulationResult result, ProgressMonitor monitor) {
    return new CourseSection(result).section(monitor);
  }

  private static String name(List<Link> links, int index) {
    return links.get(index).name();
  }

  private void add(String id, String title, Axis y, List<Line> lines) {
    if (!lines.isEmpty()) {
      pictures.add(new Picture(id, title, y, lines));
    }
  }

  private void requests() {
    add(
        "course-throughput",
        "Requests that end, per second",
        Axis.linear("per second", Unit.RATE),
        List.of(
            new Line("completed", RunResult::throughput),
            new Line("failed", run -> run.outcomes().failed() / run.measuredSeconds())));
    add(
        "course-latency",
        "Latency of the requests that complete",
        Axis.linear("latency", Unit.SECONDS),
        List.of(
            new Line("p50", run -> run.latency().percentile(50)),
            new Line("p95", run -> run.latency().percentile(95)),
            new Line("p99", run -> run.latency().percentile(99))));
  }

  private void servers() {
    add(
        "course-cpu",
        "Cores in use",
        Axis.linear("share of cores", Unit.SHARE),
        eachService(any -> true, service -> mean(ReplicaRun::coresHeld, service.server().cores())));
    add(
        "course-ready-queue",
        "Ready queue of a replica",
        Axis.linear("requests", Unit.NUMBER),
        eachService(any -> true, service -> mean(ReplicaRun::readyQueue, 1)));
    add(
        "course-lag",
        "Ready-queue lag, p99",
        Axis.linear("from ready to running", Unit.SECONDS),
        eachService(any -> true, service -> run -> run.readyQueueLag().percentile(99)));
    add(
        "course-io",
        "I/O in flight in a replica",
        Axis.linear("requests", Unit.NUMBER),
        eachService(any -> true, service -> mean(ReplicaRun::ioInFlight, 1)));
    add(
        "course-ram",
        "Memory of a replica in use",
        Axis.linear("memory", Unit.BYTES),
        eachService(
            service ->
                service.server().ramBytes() != Server.UNLIMITED
                    || result.server(service.name()).ramInUse().value() > 0,
            service -> mean(ReplicaRun::ramBytes, 1)));
  }

  private List<Line> eachService(
      Predicate<Service> shown, Function<Service, ToDoubleFunction<ServiceRun>> reading) {
    List<Line> lines = new ArrayList<>();
    List<Service> services = scenario.services();
    for (int i = 0; i < services.size(); i++) {
      if (shown.test(services.get(i))) {
        int index = i;
        ToDoubleFunction<ServiceRun> own = reading.apply(services.get(i));
        lines.add(
            new Line(services.get(i).name(), run -> own.applyAsDouble(run.services().get(index))));
      }
    }
    return lines;
  }

  private static ToDoubleFunction<ServiceRun> mean(Function<ReplicaRun, Level> level, int of) {
    return run -> run.perReplica(replica -> level.apply(replica).mean() / of);
  }

  private void pools() {
    List<Line> inUse = new ArrayList<>();
    List<Line> waiting = new ArrayList<>();
    List<Service> services = scenario.services();
    for (int i = 0; i < services.size(); i++) {
      for (int j = 0; j < services.get(i).pools().size(); j++) {
        int service = i;
        int pool = j;
        ConnectionPool each = services.get(i).pools().get(j);
        String name = each.name() + (services.size() > 1 ? " of " + services.get(i).name() : "");
        Function<RunResult, PoolRun> own = run -> run.services().get(service).pools().get(pool);
        inUse.add(new Line(name, run -> mean(own.apply(run).inUse()) / each.size()));
        waiting.add(new Line(name, run -> mean(own.apply(run).waiting())));
      }
    }
    add("course-pools", "Connections of pools in use", Axis.linear("share", Unit.SHARE), inUse);
    add(
        "course-pool-queue",
        "Requests that wait for a connection",
        Axis.linear("requests", Unit.NUMBER),
        waiting);
  }

  private static double mean(List<Level> levels) {
    return levels.stream().mapToDouble(Level::mean).average().orElse(Double.NaN);
  }

  private Section section(ProgressMonitor monitor) {
    List<Line> lines = pictures.stream().flatMap(each -> each.lines().stream()).toList();
    Course course = Course.of(result, lines.stream().map(Line::reading).toList(), monitor);
    List<Block> charts = new ArrayList<>();
    int next = 0;
    for (Picture picture : pictures) {
      charts.add(chart(picture, course, next));
      next += picture.lines().size();
    }
    return new Section(
        "course",
        "Over time",
        "The first run, warm-up included, averaged over stretches of %s each."
            .formatted(Unit.SECONDS.format(course.partSeconds())),
        charts);
  }

  private Chart chart(Picture picture, Course course, int from) {
    record Drawn(String name, double[] values, double max) {}
    List<Drawn> all = new ArrayList<>();
    for (int i = 0; i < picture.lines().size(); i++) {
      double[] values = course.values(from + i);
      double max = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
      all.add(new Drawn(picture.lines().get(i).name(), values, max));
    }
    List<Drawn> drawn =
        all.stream()
            .sorted(Comparator.comparingDouble(Drawn::max).reversed())
            .limit(DRAWN)
            .toList();
    List<Series> series =
        all.stream()
            .filter(drawn::contains)
            .map(each -> Series.of(each.name(), Series.Shape.LINE, middles(course), each.values()))
            .toList();
    return new Chart(
        picture.id(),
        picture.title(),
        drawn.stream()
                .limit(3)
                .map(
                    each ->
                        "%s at most %s"
                            .formatted(each.name(), picture.y().unit().format(each.max())))
                .collect(Collectors.joining(", "))
            + ".",
        Axis.linear("time since the start", Unit.SECONDS),
        picture.y(),
        series,
        marks(),
        all.size() > DRAWN
            ? List.of(
                "The %d of %d with the highest values are drawn.".formatted(DRAWN, all.size()))
            : List.of());
  }

  private static double[] middles(Course course) {
    return Arrays.stream(course.starts()).map(start -> start + course.partSeconds() / 2).toArray();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    if (!result.warmUp().length().isZero()) {
      marks.add(
          new Mark("warm-up", Mark.Kind.NOTE, Mark.Along.X, 0, seconds(result.warmUp().length())));
    }
    double end = seconds(scenario.runs().duration());
    for (Fault fault : scenario.timeline()) {
      if (seconds(fault.start()) < end) {
        marks.add(
            new Mark(
                fault.text(),
                Mark.Kind.FAULT,
                Mark.Along.X,
                seconds(fault.start()),
                Math.min(end, seconds(fault.end()))));
      }
    }
    return marks;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
