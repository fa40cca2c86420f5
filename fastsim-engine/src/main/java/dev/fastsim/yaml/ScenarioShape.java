package dev.fastsim.yaml;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a whole scenario stands in a file. */
final class ScenarioShape {

  /** The key that tells this dialect from others. */
  static final String VERSION_KEY = "fastsim";

  private static final Key<ScenarioParts, Integer> VERSION =
      Key.required(VERSION_KEY, "Version of the dialect", version(), parts -> 1);

  private static final Key<ScenarioParts, String> NAME =
      Key.required("name", "Shown in results", Scalars.text(), ScenarioParts::name);

  private static final Key<ScenarioParts, Workload> WORKLOAD =
      Key.required(
          "workload",
          "The traffic over all endpoints that clients call",
          TrafficShapes.WORKLOAD,
          ScenarioParts::workload);

  private static final Key<ScenarioParts, List<Service>> SERVICES =
      Key.required(
          "services",
          "What serves requests, by name, at least one",
          ServiceShapes.SERVICES,
          ScenarioParts::services);

  private static final Key<ScenarioParts, List<LoadBalancer>> BALANCERS =
      Key.standard(
          "balancers",
          "Load balancers between services, by name",
          ServiceShapes.BALANCERS,
          ScenarioParts::balancers,
          List.of());

  private static final Key<ScenarioParts, List<String>> RELAYS =
      Key.standard(
          "relays",
          "Names of nodes that pass every message on at once: proxies, gateways, switches",
          new ListShape<>("names", Scalars.text()),
          ScenarioParts::relays,
          List.of());

  private static final Key<ScenarioParts, Optional<Network>> NETWORK =
      Key.optional(
          "network",
          "Both ways between the clients and a single service; without it and without links, they"
              + " are instant and lossless",
          TrafficShapes.NETWORK,
          ScenarioParts::network);

  private static final Key<ScenarioParts, Optional<List<Link>>> LINKS =
      Key.optional(
          "links",
          "All ways between nodes, needed where there are several",
          TrafficShapes.LINKS,
          ScenarioParts::links);

  private static final Key<ScenarioParts, List<Fault>> FAULTS =
      Key.standard(
          "faults",
          "What goes wrong for a while",
          FaultShapes.FAULTS,
          ScenarioParts::faults,
          List.of());

  private static final Key<ScenarioParts, List<Sla>> SLAS =
      Key.standard("slas", "What is promised", SlaShapes.SLAS, ScenarioParts::slas, List.of());

  private static final Key<ScenarioParts, Optional<Double>> HEADROOM =
      Key.optional(
          "headroom",
          "How many times the traffic every SLA is to be kept at, too; 1.3 for 30% more",
          Scalars.number(Range.above(0)),
          ScenarioParts::headroom);

  private static final Key<ScenarioParts, List<WhatIf>> WHAT_IFS =
      Key.standard(
          "whatIfs",
          "Other circumstances in which promises are to be kept, by name",
          ChangeShapes.WHAT_IFS,
          ScenarioParts::whatIfs,
          List.of());

  private static final Key<ScenarioParts, List<String>> NOTES =
      Key.standard(
          "notes",
          "Shown with results; what is taken from settings is added",
          new ListShape<>("texts", Scalars.text()),
          ScenarioParts::notes,
          List.of());

  private static final Key<RunPlan, Duration> DURATION =
      Key.standard(
          "duration",
          "Simulated time of one replication, warm-up included, more than 0 and at most 365 d",
          Scalars.duration(),
          RunPlan::duration,
          RunPlan.DEFAULT.duration());

  private static final Key<RunPlan, Optional<Duration>> WARM_UP =
      Key.standard(
          "warmUp",
          "Start of a replication that is not measured, shorter than the duration; auto finds it,"
              + " and leaves nothing out where there are faults",
          Scalars.durationOrAuto(),
          RunPlan::warmUp,
          RunPlan.DEFAULT.warmUp());

  private static final Key<RunPlan, Long> SEED =
      Key.standard(
          "seed", "Of all random numbers", Scalars.seed(), RunPlan::seed, RunPlan.DEFAULT.seed());

  private static final Key<RunPlan, Integer> REPLICATIONS =
      Key.standard(
          "replications",
          "Run in any case",
          Scalars.whole(1, 100_000),
          RunPlan::replications,
          RunPlan.DEFAULT.replications());

  private static final Key<RunPlan, Integer> MAX_REPLICATIONS =
      Key.standard(
          "maxReplications",
          "Run at most while a verdict is open, at least as many as replications",
          Scalars.whole(1, 100_000),
          RunPlan::maxReplications,
          RunPlan.DEFAULT.maxReplications());

  private static final Key<ScenarioParts, RunPlan> SIMULATION =
      Key.standard(
          "simulation",
          "How long and how often to simulate",
          new MappingShape<>(
              "simulation",
              "How long and how often to simulate.",
              List.of(DURATION, WARM_UP, SEED, REPLICATIONS, MAX_REPLICATIONS),
              values ->
                  new RunPlan(
                      values.get(DURATION),
                      values.get(WARM_UP),
                      values.get(SEED),
                      values.get(REPLICATIONS),
                      values.get(MAX_REPLICATIONS))),
          ScenarioParts::runs,
          RunPlan.DEFAULT);

  private static final Key<ScenarioParts, Boolean> ANCHORS =
      new IgnoredKeys<>("x-", "A place for anchors and notes; not read");

  /** The root of a file. */
  static final MappingShape<ScenarioParts> ROOT =
      new MappingShape<>(
          "scenario",
          "Services and how requests reach them, the traffic, what goes wrong, what is promised,"
              + " and the runs to make.",
          List.of(
              VERSION,
              NAME,
              WORKLOAD,
              SERVICES,
              BALANCERS,
              RELAYS,
              NETWORK,
              LINKS,
              FAULTS,
              SLAS,
              HEADROOM,
              WHAT_IFS,
              SIMULATION,
              NOTES,
              ANCHORS),
          values ->
              new ScenarioParts(
                  values.get(NAME),
                  values.get(WORKLOAD),
                  values.get(SERVICES),
                  values.get(BALANCERS),
                  values.get(RELAYS),
                  values.get(NETWORK),
                  values.get(LINKS),
                  values.get(FAULTS),
                  values.get(SLAS),
                  values.get(HEADROOM),
                  values.get(WHAT_IFS),
                  values.get(SIMULATION),
                  values.get(NOTES)));

  private ScenarioShape() {}

  private static Shape<Integer> version() {
    String expected = "1, the only version so far";
    return new ScalarShape<>(
        new Value.Described<>(
            expected,
            (node, findings) -> {
              Optional<Long> number = Numbers.whole(node).filter(found -> found == 1);
              if (number.isEmpty()) {
                findings.mistake(node, expected, "");
              }
              return number.map(Long::intValue);
            }),
        number -> YamlText.plain(Integer.toString(number)),
        Scalars.schema("const", 1));
  }
}
