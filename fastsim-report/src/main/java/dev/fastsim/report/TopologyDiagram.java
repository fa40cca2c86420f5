package dev.fastsim.report;

import dev.fastsim.experiment.LinkResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Diagram;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Service;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes and links as boxes and arrows: each node one column right of the last that leads to it, the
 * clients at both ends.
 */
final class TopologyDiagram {

  private static final int COLUMN = Diagram.BOX_WIDTH + 96;
  private static final int ROW = Diagram.BOX_HEIGHT + 26;
  private static final int MARGIN = 4;

  /** A place of its own at the right end. */
  private static final String BACK = "\u0000back";

  private final SimulationResult result;
  private final Optional<Resource.Bottleneck> bottleneck;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Integer> rows = new LinkedHashMap<>();

  private TopologyDiagram(SimulationResult result) {
    this.result = result;
    this.bottleneck = Resource.bottleneck(result);
    place();
  }

  static Diagram of(SimulationResult result) {
    return new TopologyDiagram(result).diagram();
  }

  private static String end(Link link) {
    return link.to().equals(Link.CLIENTS) ? BACK : link.to();
  }

  /** Requests never come back to a node, so that columns settle after as many rounds as nodes. */
  private void place() {
    List<Link> links = result.scenario().links();
    columns.put(Link.CLIENTS, 0);
    result.scenario().nodes().forEach(node -> columns.put(node.name(), 1));
    columns.put(BACK, 1);
    for (int round = 0; round <= result.scenario().nodes().size(); round++) {
      for (Link link : links) {
        int beyond = columns.getOrDefault(link.from(), 0) + 1;
        columns.merge(end(link), beyond, Math::max);
      }
    }
    Map<Integer, Integer> used = new LinkedHashMap<>();
    columns.forEach((name, column) -> rows.put(name, used.merge(column, 1, Integer::sum) - 1));
  }

  private int x(String name) {
    return MARGIN + columns.getOrDefault(name, 0) * COLUMN;
  }

  /** The rows of a column are centred. */
  private int y(String name) {
    int column = columns.getOrDefault(name, 0);
    long own = columns.values().stream().filter(each -> each == column).count();
    return MARGIN + rows.getOrDefault(name, 0) * ROW + (int) ((tallest() - own) * ROW / 2);
  }

  private long tallest() {
    return columns.values().stream()
        .mapToLong(column -> columns.values().stream().filter(each -> each.equals(column)).count())
        .max()
        .orElse(1);
  }

  private Diagram diagram() {
    List<Diagram.Box> boxes = new ArrayList<>();
    boxes.add(box(Link.CLIENTS, "clients", List.of("requests"), Double.NaN));
    for (Node node : result.scenario().nodes()) {
      boxes.add(box(node));
    }
    boxes.add(
        box(
            BACK,
            "clients",
            List.of("responses", Unit.RATE.format(result.throughput().value())),
            Double.NaN));
    int right = columns.values().stream().mapToInt(column -> column).max().orElse(0);
    return new Diagram(
        "Topology",
        "Each service with its busiest resource, each link with its mean number of messages."
            + bottleneck
                .map(each -> " Look at %s first.".formatted(each.resource().service()))
                .orElse(""),
        2 * MARGIN + right * COLUMN + Diagram.BOX_WIDTH,
        2 * MARGIN + (int) tallest() * ROW - (ROW - Diagram.BOX_HEIGHT),
        boxes,
        arrows());
  }

  private Diagram.Box box(Node node) {
    if (node instanceof Service service) {
      ServerResult server = result.server(service.name());
      double busy =
          Resource.of(result).stream()
              .filter(resource -> resource.service().equals(service.name()))
              .mapToDouble(resource -> resource.utilization().value())
              .filter(value -> !Double.isNaN(value))
              .max()
              .orElse(Double.NaN);
      Optional<Resource> marked =
          bottleneck
              .map(Resource.Bottleneck::resource)
              .filter(resource -> resource.service().equals(service.name()));
      String load =
          marked
              .map(
                  resource ->
                      "%s %s"
                          .formatted(
                              resource.name().replace(" of " + service.name(), ""),
                              Shares.format(resource.utilization().value())))
              .orElse("cores " + Shares.format(server.cpuUtilization().value()));
      return new Diagram.Box(
          service.name(),
          List.of(Machines.text(service.server()), load),
          busy,
          marked.isPresent(),
          x(node.name()),
          y(node.name()));
    }
    String kind =
        node instanceof LoadBalancer balancer
            ? balancer.policy().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            : "relay";
    return box(node.name(), node.name(), List.of(kind), Double.NaN);
  }

  private Diagram.Box box(String place, String name, List<String> lines, double load) {
    return new Diagram.Box(name, lines, load, false, x(place), y(place));
  }

  private List<Diagram.Arrow> arrows() {
    List<Diagram.Arrow> arrows = new ArrayList<>();
    for (LinkResult each : result.links()) {
      Link link = each.link();
      int half = Diagram.BOX_HEIGHT / 2;
      arrows.add(
          new Diagram.Arrow(
              Unit.NUMBER.format(each.inFlight().value()) + " in flight",
              x(link.from()) + Diagram.BOX_WIDTH,
              y(link.from()) + half,
              x(end(link)),
              y(end(link)) + half));
    }
    return arrows;
  }
}
