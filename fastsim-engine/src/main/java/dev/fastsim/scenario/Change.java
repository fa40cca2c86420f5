package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One thing that could be otherwise in a scenario. It is a function from scenarios to scenarios;
 * nothing is changed in place.
 *
 * <p>Random numbers are derived by name, so that a scenario and the same scenario with a change
 * meet the same arrivals and the same service times: their difference is that of the change (common
 * random numbers; Law, <i>Simulation Modeling and Analysis</i>, 5th ed., section 11.2).
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Change {

  /**
   * The scenario with this change.
   *
   * @throws IllegalArgumentException if the scenario has no such thing, with what may have been
   *     meant; or if the value is out of range
   * @throws InvalidScenarioException if another part of the scenario does not fit the change
   */
  Scenario applyTo(Scenario scenario);

  /** In words, as a change of this scenario: {@code cores 1 -> 2}, {@code traffic x 2}. */
  String text(Scenario before);

  /** So many times the traffic; positive and finite. */
  static Change traffic(double factor) {
    return new Setting(new Parameter.Traffic(), factor);
  }

  /** Another number of cores of each replica. */
  static Change cores(String service, int cores) {
    return new Setting(new Parameter.Cores(service), cores);
  }

  /** Another number of replicas. */
  static Change replicas(String service, int replicas) {
    return new Setting(new Parameter.Replicas(service), replicas);
  }

  /** Other memory of each replica, in bytes. */
  static Change ram(String service, long bytes) {
    return new Setting(new Parameter.Ram(service), bytes);
  }

  /** Another number of threads of each replica, which must have a thread pool. */
  static Change threads(String service, int threads) {
    return new Setting(new Parameter.Threads(service), threads);
  }

  /** Another number of connections in each replica. */
  static Change pool(String service, String pool, int size) {
    return new Setting(new Parameter.PoolSize(service, pool), size);
  }

  /** A CPU or I/O step that takes so many times as long; positive and finite. */
  static Change step(String step, double factor) {
    return new Setting(new Parameter.StepTime(step), factor);
  }

  /** Something that goes wrong. */
  static Change fault(Fault fault) {
    return new Mishap(fault);
  }

  /**
   * Another value of a parameter.
   *
   * @param parameter what is set
   * @param value it gets, in its unit
   */
  record Setting(Parameter parameter, double value) implements Change {
    @Override
    public Scenario applyTo(Scenario scenario) {
      return parameter.set(scenario, value);
    }

    @Override
    public String text(Scenario before) {
      String what = parameter.textIn(before);
      String to = parameter.valueText(value);
      return parameter.isFactor()
          ? what + " " + to
          : "%s %s -> %s".formatted(what, parameter.valueText(parameter.in(before)), to);
    }
  }

  /**
   * A fault besides those there are.
   *
   * @param fault what goes wrong
   */
  record Mishap(Fault fault) implements Change {
    @Override
    public Scenario applyTo(Scenario scenario) {
      List<Fault> faults = new ArrayList<>(scenario.faults());
      faults.add(fault);
      return scenario.withFaults(faults);
    }

    @Override
    public String text(Scenario before) {
      return "%s at %s".formatted(fault.text(), fault.periodText());
    }
  }
}
