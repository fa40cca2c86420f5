package dev.fastsim.yaml;

import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.Server;
import java.time.Duration;
import java.util.List;

/** How an autoscaler stands in a file. */
final class AutoscalerShape {

  private static final Key<Autoscaler, Integer> MIN =
      Key.standard("min", "Fewest replicas", Scalars.whole(1, Server.MOST), Autoscaler::min, 1);

  private static final Key<Autoscaler, Integer> MAX =
      Key.required("max", "Most replicas", Scalars.whole(1, Server.MOST), Autoscaler::max);

  private static final Key<Autoscaler, Double> TARGET =
      Key.required(
          "targetUtilization",
          "Share of the cores of a replica that should be held, more than 0%",
          Scalars.share(),
          Autoscaler::targetUtilization);

  private static final Key<Autoscaler, Duration> COLD_START =
      Key.standard(
          "coldStart",
          "From the decision to the first request of a new replica",
          Scalars.duration(),
          Autoscaler::coldStart,
          Autoscaler.COLD_START);

  private static final Key<Autoscaler, Duration> SYNC_PERIOD =
      Key.standard(
          "syncPeriod",
          "From one decision to the next, which looks at the utilization in between",
          Scalars.duration(),
          Autoscaler::syncPeriod,
          Autoscaler.SYNC_PERIOD);

  private static final Key<Autoscaler, Duration> SCALE_DOWN_WINDOW =
      Key.standard(
          "scaleDownWindow",
          "Replicas go only if none of the decisions within this time asked for more",
          Scalars.duration(),
          Autoscaler::scaleDownWindow,
          Autoscaler.SCALE_DOWN_WINDOW);

  private static final Key<Autoscaler, Double> TOLERANCE =
      Key.standard(
          "tolerance",
          "Nothing is done while utilization and target differ by no more than this share",
          Scalars.share(),
          Autoscaler::tolerance,
          Autoscaler.TOLERANCE);

  /** The rules of the Kubernetes Horizontal Pod Autoscaler. */
  static final Shape<Autoscaler> AUTOSCALER =
      new MappingShape<>(
          "autoscaler",
          "Adds and removes replicas by the rules of the Kubernetes Horizontal Pod Autoscaler.",
          List.of(MIN, MAX, TARGET, COLD_START, SYNC_PERIOD, SCALE_DOWN_WINDOW, TOLERANCE),
          values ->
              new Autoscaler(
                  values.get(MIN),
                  values.get(MAX),
                  values.get(TARGET),
                  values.get(COLD_START),
                  values.get(SYNC_PERIOD),
                  values.get(SCALE_DOWN_WINDOW),
                  values.get(TOLERANCE)));

  private AutoscalerShape() {}
}
