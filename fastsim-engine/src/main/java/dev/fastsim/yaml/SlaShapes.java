package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.units.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How promises stand in a file. */
final class SlaShapes {

  private static final Key<Sla, Optional<String>> ENDPOINT =
      Key.optional(
          "endpoint",
          "One that clients call; without it, all requests together",
          Scalars.text(),
          Sla::subject);

  private static final Key<Sla, String> SERVICE =
      Key.required("service", "Its name", Scalars.text(), sla -> sla.subject().orElseThrow());

  private static final Key<Sla, Map<Statistic, Double>> LIMITS =
      new PatternKeys<>(
          "mean, max or a percentile such as p99.9",
          "Limit on the mean, the largest or a percentile, above p0 and below p100",
          Pattern.compile("mean|max|p\\d{1,2}(\\.\\d{1,15})?"),
          SlaShapes::statistic,
          SlaShapes::word,
          Scalars.seconds(),
          Sla::limits);

  private static final Key<Sla, Optional<List<String>>> WHAT_IFS =
      Key.optional(
          "whatIfs",
          "The names of the what-ifs it is to hold in, too; without it, all",
          new ListShape<>("names", Scalars.text()),
          Sla::whatIfs);

  private static final Key<Sla, Double> MOST_ERRORS = max(Sla::limit);

  /** What is promised. */
  static final Shape<List<Sla>> SLAS =
      new ListShape<>(
          "SLAs",
          new KindShape<>(
              "an SLA",
              List.of(
                  option(
                      "latency",
                      Metric.Latency.class,
                      "Limits on the time from a request's arrival to the receipt of its response.",
                      List.of(ENDPOINT, LIMITS),
                      values ->
                          Sla.onTimes(
                              values.get(LIMITS),
                              statistic -> new Metric.Latency(values.get(ENDPOINT), statistic))),
                  throughput(),
                  option(
                      "errorRate",
                      Metric.ErrorRate.class,
                      "A limit on the share of requests that are dropped, rejected or timed out.",
                      List.of(ENDPOINT, MOST_ERRORS),
                      values ->
                          Sla.on(
                              new Metric.ErrorRate(values.get(ENDPOINT)), values.get(MOST_ERRORS))),
                  utilization(
                      "cpuUtilization",
                      Metric.CpuUtilization.class,
                      "A limit on the mean share of cores held.",
                      Metric.CpuUtilization::new),
                  utilization(
                      "ramUtilization",
                      Metric.RamUtilization.class,
                      "A limit on the mean share of memory in use; the service needs ram.",
                      Metric.RamUtilization::new),
                  poolUtilization(),
                  option(
                      "readyQueueLag",
                      Metric.ReadyQueueLag.class,
                      "Limits on the time from when a request could compute to when it gets a core.",
                      List.of(SERVICE, LIMITS),
                      values ->
                          Sla.onTimes(
                              values.get(LIMITS),
                              statistic ->
                                  new Metric.ReadyQueueLag(values.get(SERVICE), statistic))),
                  cost(
                      "costPerRequest",
                      Metric.CostPerRequest.class,
                      "A limit on what everything costs, divided by the requests completed.",
                      new Metric.CostPerRequest()),
                  cost(
                      "costPerMonth",
                      Metric.CostPerMonth.class,
                      "A limit on what everything costs in a month of 730 hours.",
                      new Metric.CostPerMonth()))));

  private SlaShapes() {}

  private static Option<Sla, Sla> option(
      String word,
      Class<? extends Metric> metric,
      String about,
      List<Key<Sla, ?>> keys,
      Function<Values<Sla>, Sla> maker) {
    List<Key<Sla, ?>> allKeys = new ArrayList<>(keys);
    allKeys.add(WHAT_IFS);
    return new Option<>(
        word,
        new MappingShape<>(
            word, about, allKeys, values -> maker.apply(values).in(values.get(WHAT_IFS))),
        sla -> Optional.of(sla).filter(each -> metric.isInstance(each.metric())));
  }

  private static Option<Sla, Sla> throughput() {
    Key<Sla, Double> min =
        Key.required("min", "Fewest completed requests", Scalars.rate(), Sla::limit);
    return option(
        "throughput",
        Metric.Throughput.class,
        "A floor for the rate of completed requests.",
        List.of(ENDPOINT, min),
        values -> Sla.on(new Metric.Throughput(values.get(ENDPOINT)), values.get(min)));
  }

  private static Option<Sla, Sla> utilization(
      String word, Class<? extends Metric> kind, String about, Function<String, Metric> metric) {
    Key<Sla, Double> max = max(Sla::limit);
    return option(
        word,
        kind,
        about,
        List.of(SERVICE, max),
        values -> Sla.on(metric.apply(values.get(SERVICE)), values.get(max)));
  }

  private static Option<Sla, Sla> cost(
      String word, Class<? extends Metric> kind, String about, Metric metric) {
    Key<Sla, Double> max = Key.required("max", "The largest amount", Scalars.dollars(), Sla::limit);
    return option(word, kind, about, List.of(max), values -> Sla.on(metric, values.get(max)));
  }

  private static Option<Sla, Sla> poolUtilization() {
    Key<Sla, String> pool =
        Key.required(
            "pool",
            "One of the service's pools",
            Scalars.text(),
            sla -> ((Metric.PoolUtilization) sla.metric()).pool());
    Key<Sla, Double> max = max(Sla::limit);
    return option(
        "poolUtilization",
        Metric.PoolUtilization.class,
        "A limit on the mean share of connections in use.",
        List.of(SERVICE, pool, max),
        values ->
            Sla.on(
                new Metric.PoolUtilization(values.get(SERVICE), values.get(pool)),
                values.get(max)));
  }

  private static Key<Sla, Double> max(Function<Sla, Double> getter) {
    return Key.required("max", "The largest share", Scalars.share(), getter);
  }

  private static Statistic statistic(String word) {
    return switch (word) {
      case "mean" -> new Statistic.Mean();
      case "max" -> new Statistic.Max();
      default -> new Statistic.Percentile(Double.parseDouble(word.substring(1)));
    };
  }

  private static String word(Statistic statistic) {
    return statistic instanceof Statistic.Percentile percentile
        ? "p" + Decimals.exact(percentile.percent())
        : statistic.text();
  }
}
