package dev.fastsim.report;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.LinkResult;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How full everything is, and how long requests wait for it. */
final class ResourcesSection {

  private final SimulationResult result;

  private ResourcesSection(SimulationResult result) {
    this.result = result;
  }

  static Section of(SimulationResult result) {
    ResourcesSection section = new ResourcesSection(result);
    List<Block> blocks = new ArrayList<>();
    blocks.add(TopologyDiagram.of(result));
    blocks.add(section.utilization());
    section.addLag(blocks);
    blocks.add(section.servers());
    if (result.servers().stream().anyMatch(server -> !server.pools().isEmpty())) {
      blocks.add(section.pools());
    }
    blocks.add(section.links());
    return new Section("resources", "Resources", section.lead(), blocks);
  }

  private String lead() {
    return Resource.bottleneck(result).map(Resource.Bottleneck::text).orElse("");
  }

  private Chart utilization() {
    List<Resource> resources = Resource.of(result);
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      points.add(new Series.Point(resources.get(i).utilization().value(), i, ""));
    }
    return new Chart(
        "utilization",
        "Utilization",
        resources.stream()
                .filter(resource -> !resource.utilization().isUnknown())
                .map(
                    resource ->
                        "%s %s"
                            .formatted(
                                resource.name(), Shares.format(resource.utilization().value())))
                .collect(Collectors.joining(", "))
            + ".",
        Axis.linear("in use", Unit.SHARE),
        Axis.categories("resource", resources.stream().map(Resource::name).toList()),
        List.of(new Series("in use", Series.Shape.BAR, points)),
        limits(),
        List.of());
  }

  private List<Mark> limits() {
    List<Mark> marks = new ArrayList<>();
    for (Objective objective : result.scenario().objectives()) {
      if (objective.metric() instanceof Metric.CpuUtilization
          || objective.metric() instanceof Metric.RamUtilization
          || objective.metric() instanceof Metric.PoolUtilization) {
        String whose =
            result.servers().size() > 1
                ? objective.subject().map(name -> name + " ").orElse("")
                : "";
        marks.add(
            Mark.at(whose + objective.text(), Mark.Kind.LIMIT, Mark.Along.X, objective.limit()));
      }
    }
    return marks;
  }

  /** The lag behind ready queues, where there is any. */
  private void addLag(List<Block> blocks) {
    List<Series> series = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (ServerResult server : result.servers()) {
      TimeDistribution lag = server.readyQueueLag().pooled();
      if (lag.count() > 0) {
        double[] places = Percentiles.upTo(lag.count());
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
          values[i] = lag.percentile(100 * places[i]);
        }
        series.add(Series.of(server.name(), Series.Shape.LINE, places, values));
        words.add(
            "%s: half of all bursts wait at most %s for a core, 99%% at most %s"
                .formatted(
                    server.name(),
                    Unit.SECONDS.format(lag.percentile(50)),
                    Unit.SECONDS.format(lag.percentile(99))));
      }
    }
    if (!series.isEmpty()) {
      blocks.add(
          new Chart(
              "ready-queue-lag",
              "Ready-queue lag by percentile",
              String.join("; ", words) + ".",
              Axis.nines("percentile"),
              Axis.linear("from ready to running", Unit.SECONDS),
              series,
              List.of(),
              List.of()));
    }
  }

  private Table servers() {
    List<List<String>> rows = new ArrayList<>();
    for (ServerResult server : result.servers()) {
      rows.add(
          List.of(
              server.name(),
              Machines.text(server.service().server()),
              withInterval(server.cpuUtilization(), Unit.SHARE),
              level(server.readyQueueLength(), server.max(ReplicaRun::readyQueue), Unit.NUMBER),
              Unit.SECONDS.format(server.readyQueueLag().p50().value()),
              Unit.SECONDS.format(server.readyQueueLag().p99().value()),
              level(server.ioInFlight(), server.max(ReplicaRun::ioInFlight), Unit.NUMBER),
              level(server.ramInUse(), server.max(ReplicaRun::ramBytes), Unit.BYTES)));
    }
    return new Table(
        "Servers: means over replicas and runs, with the largest value seen",
        List.of(
            "service",
            "machines",
            "cores in use",
            "ready queue",
            "lag p50",
            "lag p99",
            "I/O in flight",
            "memory"),
        rows);
  }

  private Table pools() {
    List<List<String>> rows = new ArrayList<>();
    for (ServerResult server : result.servers()) {
      for (PoolResult pool : server.pools()) {
        rows.add(
            List.of(
                "%s of %s".formatted(pool.pool().name(), server.name()),
                Counts.format(pool.pool().size()),
                withInterval(pool.utilization(), Unit.SHARE),
                level(pool.waiting(), pool.max(PoolRun::waiting), Unit.NUMBER),
                Counts.format(pool.timeouts())));
      }
    }
    return new Table(
        "Connection pools of each replica",
        List.of("pool", "size", "in use", "waiting", "waits that timed out"),
        rows);
  }

  private Table links() {
    List<List<String>> rows = new ArrayList<>();
    for (LinkResult link : result.links()) {
      rows.add(
          List.of(
              link.link().name(),
              withInterval(link.inFlight(), Unit.NUMBER),
              Counts.format(link.lost())));
    }
    return new Table(
        "Links: connections in flight", List.of("link", "in flight", "messages lost"), rows);
  }

  private static String level(Estimate mean, double max, Unit unit) {
    return "%s (max %s)".formatted(unit.format(mean.value()), unit.format(max));
  }

  private static String withInterval(Estimate estimate, Unit unit) {
    return unit.format(estimate.value())
        + estimate
            .intervalText(unit::format)
            .map(text -> " (%s)".formatted(text.replace("95% CI ", "")))
            .orElse("");
  }
}
