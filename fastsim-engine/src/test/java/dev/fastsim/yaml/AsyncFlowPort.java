package dev.fastsim.yaml;

import static dev.fastsim.yaml.Words.asMap;
import static dev.fastsim.yaml.Words.list;
import static dev.fastsim.yaml.Words.map;
import static dev.fastsim.yaml.Words.number;
import static dev.fastsim.yaml.Words.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * What AsyncFlow 0.1.1 does with a file, written down once more in the plainest way: an event is a
 * piece of code at a time, and levels are sampled. Shares nothing with the simulator, not even the
 * reading of files or the random numbers, and supports what the test's files need.
 */
final class AsyncFlowPort {

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Random random;
  private final Map<String, Object> rqs;
  private final double horizon;
  private final double period;
  private final String clientId;
  private final Map<String, PortedServer> servers = new LinkedHashMap<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();
  private final Map<String, Edge> bySource = new LinkedHashMap<>();
  private final Deque<Edge> rotation = new ArrayDeque<>();
  private final boolean leastConnection;
  private final List<Double> latencies = new ArrayList<>();
  private final Map<String, double[]> samples = new TreeMap<>();
  private double now;
  private long scheduled;

  private record Event(double time, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Double.compare(time, other.time);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  private static final class Request {
    final double start;
    boolean seenByClient;

    Request(double start) {
      this.start = start;
    }
  }

  private static final class Edge {
    final String id;
    final String target;
    final Map<String, Object> latency;
    final double dropout;
    double spike;
    int connections;

    Edge(Map<String, Object> words) {
      id = text(words, "id");
      target = text(words, "target");
      latency = map(words, "latency");
      dropout = number(words, "dropout_rate", 0.01);
    }
  }

  AsyncFlowPort(Map<String, Object> document, long seed) {
    random = new Random(seed);
    rqs = map(document, "rqs_input");
    Map<String, Object> settings = map(document, "sim_settings");
    horizon = number(settings, "total_simulation_time", 3600);
    period = number(settings, "sample_period_s", 0.01);
    Map<String, Object> graph = map(document, "topology_graph");
    Map<String, Object> nodes = map(graph, "nodes");
    clientId = text(map(nodes, "client"), "id");
    for (Object server : list(nodes, "servers")) {
      servers.put(text(asMap(server), "id"), new PortedServer(asMap(server), this));
    }
    Map<String, Object> balancer = map(nodes, "load_balancer");
    leastConnection = "least_connection".equals(balancer.get("algorithms"));

    for (Object words : list(graph, "edges")) {
      Edge edge = new Edge(asMap(words));
      edges.put(edge.id, edge);
      String source = text(asMap(words), "source");
      if (source.equals(balancer.get("id"))) {
        rotation.add(edge);
      } else {
        bySource.put(source, edge);
      }
    }

    list(document, "events").forEach(event -> inject(asMap(event)));
    scheduleArrivals();
    for (double t = period; t < horizon; t += period) {
      at(t, this::sample);
    }
  }

  void at(double time, Runnable action) {
    events.add(new Event(time, scheduled++, action));
  }

  /** The current time, in seconds. */
  double now() {
    return now;
  }

  /** The seed's numbers: completed, latency in seconds, means of the sampled levels. */
  Map<String, Double> run() {
    while (!events.isEmpty() && events.peek().time < horizon) {
      Event event = events.poll();
      now = event.time;
      event.action.run();
    }
    Map<String, Double> figures = new TreeMap<>();
    double[] sorted = latencies.stream().mapToDouble(latency -> latency).sorted().toArray();
    figures.put("completed", (double) sorted.length);
    figures.put("mean", Arrays.stream(sorted).average().orElseThrow());
    figures.put("p50", percentile(sorted, 50));
    figures.put("p95", percentile(sorted, 95));
    figures.put("p99", percentile(sorted, 99));
    samples.forEach((name, sum) -> figures.put(name, sum[0] / sum[1]));
    return figures;
  }

  private static double percentile(double[] sorted, double percent) {
    double rank = percent / 100 * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  private void sample() {
    servers.forEach(
        (id, server) -> {
          add("mean_ready_queue[" + id + "]", server.ready());
          add("mean_io_queue[" + id + "]", server.io());
          add("mean_ram_in_use[" + id + "]", server.ramInUse());
        });
    edges.forEach((id, edge) -> add("mean_edge_conn[" + id + "]", edge.connections));
  }

  private void add(String name, double value) {
    double[] sum = samples.computeIfAbsent(name, unused -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  /** Users are drawn anew in each window; within one, arrivals are a Poisson process. */
  private void scheduleArrivals() {
    Map<String, Object> users = map(rqs, "avg_active_users");
    double perMinute = number(map(rqs, "avg_request_per_minute_per_user"), "mean", 0);
    double window = number(rqs, "user_sampling_window", 60);
    for (double start = 0; start < horizon; start += window) {
      double rate = users(users) * perMinute / 60;
      double t = start - Math.log1p(-random.nextDouble()) / rate;
      while (rate > 0 && t < Math.min(start + window, horizon)) {
        double arrival = t;
        at(arrival, () -> transport(edgeFrom(text(rqs, "id")), new Request(arrival)));
        t -= Math.log1p(-random.nextDouble()) / rate;
      }
    }
  }

  private double users(Map<String, Object> words) {
    double mean = number(words, "mean", 0);
    if ("normal".equals(words.get("distribution"))) {
      return Math.max(0, mean + number(words, "variance", mean) * random.nextGaussian());
    }
    return poisson(mean);
  }

  private int poisson(double mean) {
    int count = 0;
    for (double t = -Math.log1p(-random.nextDouble());
        t < mean;
        t -= Math.log1p(-random.nextDouble())) {
      count++;
    }
    return count;
  }

  private void inject(Map<String, Object> event) {
    Map<String, Object> start = map(event, "start");
    String target = text(event, "target_id");
    double from = number(start, "t_start", 0);
    double to = number(map(event, "end"), "t_end", 0);
    if (text(start, "kind").equals("network_spike_start")) {
      double spike = number(start, "spike_s", 0);
      at(from, () -> edgeNamed(target).spike += spike);
      at(to, () -> edgeNamed(target).spike -= spike);
    } else {
      Edge edge =
          rotation.stream().filter(each -> each.target.equals(target)).findFirst().orElseThrow();
      at(from, () -> rotation.remove(edge));
      at(to, () -> rotation.add(edge));
    }
  }

  private Edge edgeFrom(String source) {
    return Objects.requireNonNull(bySource.get(source), source);
  }

  private Edge edgeNamed(String id) {
    return Objects.requireNonNull(edges.get(id), id);
  }

  private void transport(Edge edge, Request request) {
    if (random.nextDouble() < edge.dropout) {
      return;
    }
    edge.connections++;
    at(
        now + latency(edge.latency) + edge.spike,
        () -> {
          edge.connections--;
          arrive(edge.target, request);
        });
  }

  private double latency(Map<String, Object> words) {
    double mean = number(words, "mean", 0);
    double spread = number(words, "variance", mean);
    String distribution = String.valueOf(words.getOrDefault("distribution", "poisson"));
    return switch (distribution) {
      case "exponential" -> -mean * Math.log1p(-random.nextDouble());
      case "normal" -> Math.max(0, mean + spread * random.nextGaussian());
      case "log_normal" -> Math.exp(mean + spread * random.nextGaussian());
      case "uniform" -> random.nextDouble();
      case "poisson" -> poisson(mean);
      default -> throw new IllegalArgumentException(distribution);
    };
  }

  private void arrive(String node, Request request) {
    if (servers.containsKey(node)) {
      serve(node, servers.get(node), request);
    } else if (!node.equals(clientId)) {
      balance(request);
    } else if (request.seenByClient) {
      latencies.add(now - request.start);
    } else {
      request.seenByClient = true;
      transport(edgeFrom(node), request);
    }
  }

  private void balance(Request request) {
    Edge picked = rotation.getFirst();
    if (leastConnection) {
      for (Edge edge : rotation) {
        picked = edge.connections < picked.connections ? edge : picked;
      }
    } else {
      rotation.add(rotation.remove());
    }
    transport(picked, request);
  }

  private void serve(String id, PortedServer server, Request request) {
    server.handle(random, () -> transport(edgeFrom(id), request));
  }
}
