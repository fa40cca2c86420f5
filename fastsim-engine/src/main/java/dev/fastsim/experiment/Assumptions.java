package dev.fastsim.experiment;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Empirical;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a result takes for granted. Only what this scenario does rest on is said, with its steps and
 * its figures, so that a reader can tell which of it is wrong for the service at hand.
 */
final class Assumptions {

  /** From here on the queue in front of a resource, and not its work, makes most of the latency. */
  private static final double NEAR_SATURATION = 0.8;

  /** Below, a resource hardly has a queue, and how its work varies does not matter. */
  private static final double SOME_QUEUE = 0.3;

  private static final int NAMED = 4;

  private final SimulationResult result;
  private final Scenario scenario;
  private final List<String> lines = new ArrayList<>();

  private Assumptions(SimulationResult result) {
    this.result = result;
    this.scenario = result.scenario();
  }

  static List<String> of(SimulationResult result) {
    Assumptions assumptions = new Assumptions(result);
    assumptions.computation();
    assumptions.waits();
    assumptions.calls();
    assumptions.saturation();
    assumptions.inputs();
    assumptions.clients();
    return assumptions.lines;
  }

  private void computation() {
    List<Step.Cpu> steps = steps(Step.Cpu.class);
    if (steps.isEmpty()) {
      return;
    }
    lines.add(
        "the cores do nothing but %s: no garbage collection, no other process"
            .formatted(names(steps)));
    List<Step.Cpu> constant =
        steps.stream().filter(step -> step.time() instanceof Constant).toList();
    boolean queues =
        result.servers().stream().anyMatch(server -> server.cpuUtilization().value() > SOME_QUEUE);
    if (queues && !constant.isEmpty()) {
      lines.add(
          "%s always take%s the same time; if not, queues are longer"
              .formatted(names(constant), constant.size() == 1 ? "s" : ""));
    }
  }

  private void waits() {
    List<Step.Io> steps = steps(Step.Io.class);
    if (!steps.isEmpty()) {
      lines.add(
          "%s take%s as long under load as alone: what is behind %s never queues"
              .formatted(
                  names(steps), steps.size() == 1 ? "s" : "", steps.size() == 1 ? "it" : "them"));
    }
  }

  private void calls() {
    List<Step.Llm> steps = steps(Step.Llm.class);
    if (!steps.isEmpty()) {
      lines.add(
          "%s answer%s as fast at any load of the provider, within its limits"
              .formatted(names(steps), steps.size() == 1 ? "s" : ""));
    }
  }

  private void saturation() {
    for (ServerResult server : result.servers()) {
      String of = result.servers().size() > 1 ? " of " + server.name() : "";
      saturation("the cores" + of + " are", server.cpuUtilization().value(), "work");
      for (PoolResult pool : server.pools()) {
        saturation(
            "pool %s%s is".formatted(pool.pool().name(), of),
            pool.utilization().value(),
            "use of it");
      }
    }
  }

  /** Waits grow like 1 / (1 - u): by u / (1 - u) percent for each percent of work. */
  private void saturation(String resource, double utilization, String what) {
    if (utilization >= 0.995) {
      lines.add(
          "%s %s busy: any small mistake in the times of steps changes everything"
              .formatted(resource, Shares.format(utilization)));
    } else if (utilization >= NEAR_SATURATION) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s busy: 1%% more %s makes waits about %.0f%% longer",
              resource,
              Shares.format(utilization),
              what,
              utilization / (1 - utilization)));
    }
  }

  private void inputs() {
    List<Step> timed =
        scenario.steps().stream().filter(step -> step.duration().isPresent()).toList();
    List<Step> guessed =
        timed.stream().filter(step -> !(step.duration().get() instanceof Empirical)).toList();
    if (!guessed.isEmpty()) {
      lines.add(
          guessed.size() == timed.size()
              ? "no step's time is a measurement (empirical); all are as good as their guesses"
              : "the times of %s are not measurements (empirical)".formatted(names(guessed)));
    }
  }

  private void clients() {
    boolean even =
        (scenario.workload() instanceof Workload.OpenRate open
                && open.spacing() == Workload.OpenRate.Spacing.CONSTANT)
            || (scenario.workload() instanceof StagedRate staged
                && staged.spacing() == Workload.OpenRate.Spacing.CONSTANT);
    if (even) {
      lines.add("requests are evenly spaced; real ones come in bursts, and queue more");
    }
    if (scenario.workload() instanceof ClosedUsers) {
      lines.add(
          "users wait for each response: the slower the service, the fewer requests; traffic that"
              + " does not wait would queue more");
    }
    double errorRate = result.errorRate().value();
    if (errorRate > 0 && !(scenario.workload() instanceof ClosedUsers)) {
      lines.add(
          "clients do not try again: the %s that fail add no traffic"
              .formatted(Shares.format(errorRate)));
    }
  }

  private <T extends Step> List<T> steps(Class<T> kind) {
    return scenario.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static String names(List<? extends Step> steps) {
    String names = steps.stream().limit(NAMED).map(Step::name).collect(Collectors.joining(", "));
    return steps.size() <= NAMED ? names : names + " and %d more".formatted(steps.size() - NAMED);
  }
}
