package dev.fastsim.scenario;

import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A number of a scenario that can be asked for and set: what a {@link Change} changes, what a sweep
 * goes over, and what can be bought.
 *
 * <p>It is a count (cores, replicas, threads, connections), a size (memory) or a factor (traffic,
 * the time of a step). A factor is 1 in every scenario: it says how many times what there is.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Parameter {

  /**
   * Its value.
   *
   * @throws IllegalArgumentException if the scenario has no such thing; the message lists those it
   *     has
   */
  double in(Scenario scenario);

  /**
   * The same scenario with another value of it. The random numbers of everything else stay as they
   * were.
   *
   * @throws IllegalArgumentException if the scenario has no such thing, or the value is out of
   *     range
   * @throws InvalidScenarioException if another part of the scenario does not fit the value
   */
  Scenario set(Scenario scenario, double value);

  /** In words: {@code cores}, {@code pool db}, {@code traffic}. */
  String text();

  /** The service it belongs to, if it is one of a service. */
  default Optional<String> service() {
    return Optional.empty();
  }

  /** Whether it says how many times what there is. */
  default boolean isFactor() {
    return false;
  }

  /** A value in words: {@code 4}, {@code 2 GiB}, {@code x 1.5}. */
  default String valueText(double value) {
    return isFactor() ? "x " + Decimals.exact(value) : Counts.format((long) value);
  }

  /** In words, with the service where the scenario has several: {@code cores of web}. */
  default String textIn(Scenario scenario) {
    return service()
        .filter(name -> scenario.services().size() > 1)
        .map(name -> text() + " of " + name)
        .orElseGet(this::text);
  }

  /**
   * Cores of each replica.
   *
   * @param name of the service
   */
  record Cores(String name) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return Names.service(scenario, name).server().cores();
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      Service service = Names.service(scenario, name);
      Server changed = service.server().withCores(count("cores", value));
      return scenario.withService(service.withServer(changed));
    }

    @Override
    public String text() {
      return "cores";
    }

    @Override
    public Optional<String> service() {
      return Optional.of(name);
    }
  }

  /**
   * Replicas.
   *
   * @param name of the service
   */
  record Replicas(String name) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return Names.service(scenario, name).server().replicas();
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      Service service = Names.service(scenario, name);
      Server changed = service.server().withReplicas(count("replicas", value));
      return scenario.withService(service.withServer(changed));
    }

    @Override
    public String text() {
      return "replicas";
    }

    @Override
    public Optional<String> service() {
      return Optional.of(name);
    }
  }

  /**
   * Memory of each replica, in bytes; {@link Server#UNLIMITED} for no limit.
   *
   * @param name of the service
   */
  record Ram(String name) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return Names.service(scenario, name).server().ramBytes();
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      Service service = Names.service(scenario, name);
      return scenario.withService(service.withServer(service.server().withRam((long) value)));
    }

    @Override
    public String text() {
      return "ram";
    }

    @Override
    public Optional<String> service() {
      return Optional.of(name);
    }

    @Override
    public String valueText(double value) {
      return value >= Server.UNLIMITED ? "unlimited" : ByteSizes.format(value);
    }
  }

  /**
   * Threads of each replica of a service with a {@link Concurrency.ThreadPool}.
   *
   * @param name of the service
   */
  record Threads(String name) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return Names.threadPool(scenario, name).threads();
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      Concurrency changed = Names.threadPool(scenario, name).withThreads(count("threads", value));
      Service service = Names.service(scenario, name);
      return scenario.withService(service.withServer(service.server().withConcurrency(changed)));
    }

    @Override
    public String text() {
      return "threads";
    }

    @Override
    public Optional<String> service() {
      return Optional.of(name);
    }
  }

  /**
   * Connections of a pool in each replica.
   *
   * @param name of the service
   * @param pool its name
   */
  record PoolSize(String name, String pool) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return Names.pool(scenario, name, pool).size();
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      ConnectionPool found = Names.pool(scenario, name, pool);
      ConnectionPool changed =
          new ConnectionPool(pool, count("size", value), found.acquireTimeout());
      Service service = Names.service(scenario, name);
      List<ConnectionPool> pools = new ArrayList<>(service.pools());
      pools.set(pools.indexOf(found), changed);
      return scenario.withService(service.withPools(pools));
    }

    @Override
    public String text() {
      return "pool " + pool;
    }

    @Override
    public Optional<String> service() {
      return Optional.of(name);
    }
  }

  /**
   * How many times the traffic. Every rate is multiplied: with {@link Workload.Users} each user
   * sends so many times the requests, so that the numbers of users, and the order of arrivals, are
   * those without the change. {@link ClosedUsers} are so many times as many, rounded.
   */
  record Traffic() implements Parameter {
    @Override
    public double in(Scenario scenario) {
      return 1;
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      return scenario.withWorkload(scenario.workload().times(value));
    }

    @Override
    public String text() {
      return "traffic";
    }

    @Override
    public boolean isFactor() {
      return true;
    }
  }

  /**
   * How many times as long a step takes, wherever it is taken; positive and finite.
   *
   * @param step a CPU or I/O step
   */
  record StepTime(String step) implements Parameter {
    @Override
    public double in(Scenario scenario) {
      Names.timedStep(scenario, step);
      return 1;
    }

    @Override
    public Scenario set(Scenario scenario, double value) {
      Names.timedStep(scenario, step);
      Check.that(
          value > 0 && Double.isFinite(value),
          "the factor of a step's time must be positive and finite, but is %s",
          value);
      return new StepTimes(step, value).applyTo(scenario);
    }

    @Override
    public String text() {
      return "step " + step;
    }

    @Override
    public boolean isFactor() {
      return true;
    }
  }

  private static int count(String what, double value) {
    Check.that(
        value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE,
        "%s must be a whole number, but is %s",
        what,
        value);
    return (int) value;
  }
}
