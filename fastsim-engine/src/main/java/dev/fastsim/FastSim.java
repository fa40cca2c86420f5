package dev.fastsim;

import dev.fastsim.capacity.Choice;
import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.YamlMistake;
import java.nio.file.Path;
import java.util.Arrays;
import org.apiguardian.api.API;

/** Simulates services. */
@API(status = API.Status.EXPERIMENTAL)
public final class FastSim {

  private FastSim() {}

  /**
   * Simulates an annotated class: the replications of its {@link
   * dev.fastsim.annotations.Simulation}, without looking at any SLA.
   *
   * @param modelClass with at least one {@link dev.fastsim.annotations.Endpoint} method
   * @return what the replications show; the same class and seed give the same result
   * @throws dev.fastsim.model.InvalidModelException with every mistake in the class
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static SimulationResult simulate(Class<?> modelClass) {
    return simulate(ServiceModel.read(modelClass).scenario());
  }

  /**
   * Simulates a scenario: the replications of its run plan, without looking at any SLA.
   *
   * @param scenario what to simulate
   * @return what the replications show; the same scenario and seed give the same result
   */
  public static SimulationResult simulate(Scenario scenario) {
    return Experiment.run(scenario);
  }

  /**
   * Simulates two scenarios and compares them, replication by replication. If they have the same
   * seed, both meet the same arrivals and service times.
   *
   * @param before what is compared with
   * @param after what is compared, such as {@code Change.cores("shop", 2).applyTo(before)}
   */
  public static Comparison compare(Scenario before, Scenario after) {
    return Comparison.of(Experiment.run(before), Experiment.run(after));
  }

  /**
   * How much traffic a scenario has room for.
   *
   * @param scenario with at least one objective
   * @throws IllegalArgumentException if it has none
   */
  public static Headroom headroom(Scenario scenario) {
    return Headroom.of(scenario, () -> false);
  }

  /**
   * The cheapest machines that keep all objectives of a scenario.
   *
   * @param scenario with at least one objective
   * @param prices of the machines of every service
   * @param choices what can be had of each thing
   * @throws IllegalArgumentException if nothing is promised, or the scenario has no such things
   */
  public static Sizing size(Scenario scenario, Prices prices, Choice... choices) {
    return Sizing.of(scenario, Arrays.asList(choices), prices, () -> false);
  }

  /**
   * The cheapest machines that keep all objectives of a scenario, by its own prices; where it has
   * none, a core costs a dollar an hour and nothing else does.
   *
   * @param scenario with at least one objective
   * @param choices what can be had of each thing
   * @throws IllegalArgumentException if nothing is promised, or the scenario has no such things
   */
  public static Sizing size(Scenario scenario, Choice... choices) {
    return Sizing.of(scenario, Arrays.asList(choices), () -> false);
  }

  /**
   * A scenario over the values of one parameter or two.
   *
   * @param scenario what to change
   * @param axes one or two
   * @throws IllegalArgumentException if there are others, or the scenario has no such things
   */
  public static Sweep sweep(Scenario scenario, Sweep.Axis... axes) {
    return Sweep.of(scenario, Arrays.asList(axes), () -> false);
  }

  /**
   * What requests of an annotated class did when: which waited, which held which core. The window
   * is around the slowest request of the first replication.
   *
   * @param modelClass with at least one {@link dev.fastsim.annotations.Endpoint} method
   * @throws dev.fastsim.model.InvalidModelException with every mistake in the class
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static Timeline timeline(Class<?> modelClass) {
    return timeline(ServiceModel.read(modelClass).scenario(), TimelineWindow.aroundSlowest());
  }

  /** What requests of a scenario did when, in a window of the first replication. */
  public static Timeline timeline(Scenario scenario, TimelineWindow window) {
    return Experiment.timeline(scenario, 0, window, () -> false);
  }

  /**
   * Reads a scenario from a file: in FastSim's own dialect, or in AsyncFlow's.
   *
   * <p>What is tolerated in a file but may not mean what its writer thinks, as some words of
   * AsyncFlow, is logged as a warning; {@link ScenarioFile#load} gives the warnings, too, to a
   * program that wants to look at them.
   *
   * @param file one YAML document in UTF-8
   * @return what to simulate
   * @throws dev.fastsim.yaml.InvalidFileException with every mistake in the file, or why it cannot
   *     be read
   */
  public static Scenario load(Path file) {
    LoadedScenario loaded = ScenarioFile.load(file);
    for (YamlMistake warning : loaded.warnings()) {
      System.getLogger(FastSim.class.getName()).log(System.Logger.Level.WARNING, warning.message());
    }
    return loaded.scenario();
  }
}
