package dev.fastsim.benchmarks;

import dev.fastsim.units.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs what is to be compared in turn, several rounds of it, and prints a table of ratios. A ratio
 * is taken within a round, where the machine was the same for both, and the median over the rounds
 * is shown with the least and the largest.
 */
public final class Comparison {

  /**
   * A claim about two benchmarks.
   *
   * @param text what is claimed
   * @param above benchmark whose time is divided, {@code Class.method}, with parameters after a
   *     space: {@code HoldBenchmark.timerQueue pending=10}
   * @param below benchmark by whose time it is divided; empty to show the time alone
   * @param goal what the number should be
   */
  private record Claim(String text, String above, String below, String goal) {}

  private static final String SINGLE = "SingleQueueBenchmark.";
  private static final String LOOP = "EventLoopBenchmark.";
  private static final String HOLD = "HoldBenchmark.";

  private static final List<Claim> ONE_CORE =
      List.of(
          new Claim("M/M/1: tuned SSJ / ours", SINGLE + "ssj", SINGLE + "fastSim", ">= 1.2"),
          new Claim("M/M/1: naive / ours", SINGLE + "naive", SINGLE + "fastSim", ""),
          new Claim("M/M/1: no abstraction / ours", SINGLE + "limit", SINGLE + "fastSim", ""),
          new Claim("event loop: tuned SSJ / ours", LOOP + "ssj", LOOP + "fastSim", ">= 1.5"),
          new Claim("event loop: naive / ours", LOOP + "naive", LOOP + "fastSim", ""),
          new Claim(
              "event loop: no abstraction / ours", LOOP + "limit", LOOP + "fastSim", ">= 0.6"),
          new Claim(
              "event loop: no abstraction, returns unscheduled / ours",
              LOOP + "limitWithoutReturns",
              LOOP + "fastSim",
              ""),
          hold(10),
          hold(1_000),
          hold(100_000),
          hold(1_000_000),
          new Claim(
              "200 replicas / 1",
              "ServersBenchmark.replicas servers=200",
              "ServersBenchmark.replicas servers=1",
              "< 2"),
          new Claim(
              "200 services / 1",
              "ServersBenchmark.services servers=200",
              "ServersBenchmark.services servers=1",
              "< 2"),
          new Claim(
              "1 000 000 waiting for I/O / 10",
              "InFlightBenchmark.waitingForIo inFlight=1000000",
              "InFlightBenchmark.waitingForIo inFlight=10",
              "< 3"),
          new Claim(
              "1 000 000 in the ready queue / 10",
              "InFlightBenchmark.overload inFlight=1000000",
              "InFlightBenchmark.overload inFlight=10",
              "< 3"),
          new Claim("a recorded step", "RecordingBenchmark.recordedStep", "", ""),
          new Claim("reading a class, first", "ReadingBenchmark.cold", "", ""),
          new Claim("reading a class, again", "ReadingBenchmark.warm", "", ""));

  private static final List<Claim> ALL_CORES =
      List.of(
          new Claim(
              "replications: one thread / all cores",
              "ReplicationsBenchmark.replications threads=1",
              "ReplicationsBenchmark.replications threads=0",
              ">= 1.8 on 2 cores"));

  /** By benchmark with its parameters: the time of each round, and its unit. */
  private final Map<String, List<Double>> times = new HashMap<>();

  private final Map<String, String> units = new HashMap<>();

  private Comparison() {}

  private static Claim hold(int pending) {
    return new Claim(
        "hold model, " + Counts.format(pending) + " pending: PriorityQueue / ours",
        HOLD + "priorityQueue pending=" + pending,
        HOLD + "timerQueue pending=" + pending,
        "ours <= 35 ns");
  }

  /**
   * Compares.
   *
   * @param args {@code one-core} or {@code all-cores}; how many rounds; optionally a part of the
   *     texts of the claims of interest
   */
  public static void main(String[] args) throws RunnerException {
    List<Claim> claims = args[0].equals("all-cores") ? ALL_CORES : ONE_CORE;
    String part = args.length > 2 ? args[2] : "";
    List<Claim> wanted = claims.stream().filter(claim -> claim.text.contains(part)).toList();
    Comparison comparison = new Comparison();
    int rounds = Integer.parseInt(args[1]);
    for (int round = 1; round <= rounds; round++) {
      for (String benchmark : benchmarks(wanted)) {
        System.err.printf("round %d of %d: %s%n", round, rounds, benchmark);
        comparison.run(benchmark);
      }
    }
    System.out.println("| what | this | by that | ratio (min .. max) | goal |");
    System.out.println("| --- | --- | --- | --- | --- |");
    wanted.forEach(claim -> System.out.println(comparison.row(claim)));
  }

  private static Set<String> benchmarks(List<Claim> claims) {
    Set<String> benchmarks = new LinkedHashSet<>();
    for (Claim claim : claims) {
      benchmarks.add(claim.above);
      if (!claim.below.isEmpty()) {
        benchmarks.add(claim.below);
      }
    }
    return benchmarks;
  }

  private void run(String benchmark) throws RunnerException {
    String[] words = benchmark.split(" ");
    OptionsBuilder options = new OptionsBuilder();
    options.include("\\." + words[0].replace(".", "\\.") + "$").verbosity(VerboseMode.SILENT);
    for (int i = 1; i < words.length; i++) {
      String[] parameter = words[i].split("=");
      options.param(parameter[0], parameter[1]);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    RunResult result = results.iterator().next();
    times
        .computeIfAbsent(benchmark, name -> new ArrayList<>())
        .add(result.getPrimaryResult().getScore());
    BenchmarkParams params = result.getParams();
    units.put(benchmark, params.getTimeUnit().name().startsWith("NANO") ? "ns" : "ms");
  }

  private String row(Claim claim) {
    if (claim.below.isEmpty()) {
      return "| %s | %s | | | %s |".formatted(claim.text, time(claim.above), claim.goal);
    }
    List<Double> above = timesOf(claim.above);
    List<Double> below = timesOf(claim.below);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < above.size(); round++) {
      ratios.add(above.get(round) / below.get(round));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.2f (%.2f .. %.2f) | %s |",
        claim.text,
        time(claim.above),
        time(claim.below),
        median(ratios),
        ratios.stream().mapToDouble(it -> it).min().orElseThrow(),
        ratios.stream().mapToDouble(it -> it).max().orElseThrow(),
        claim.goal);
  }

  private String time(String benchmark) {
    double median = median(timesOf(benchmark));
    return String.format(Locale.ROOT, median < 10 ? "%.2f %s" : "%.0f %s", median, unit(benchmark));
  }

  private String unit(String benchmark) {
    return Objects.requireNonNull(units.get(benchmark), benchmark);
  }

  private List<Double> timesOf(String benchmark) {
    return Objects.requireNonNull(times.get(benchmark), benchmark);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
