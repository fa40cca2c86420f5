package dev.fastsim.theory;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import dev.fastsim.theory.Theory.Known;
import dev.fastsim.theory.Theory.Prediction;
import dev.fastsim.theory.Theory.Quantity;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Matches a scenario with a known queue. Waits without a limit (links, I/O without a pool) pass
 * Poisson arrivals on as Poisson arrivals (Mirasol 1963), so that a queue may stand behind them;
 * they add their means to the latency.
 */
final class Recognition {

  private final Scenario scenario;
  private final List<Visits> visits = new ArrayList<>();
  private final List<Distribution> delays;
  private final double rate;

  private Recognition(Scenario scenario) throws NoFormulaException {
    this.scenario = scenario;
    this.rate = scenario.workload().meanRate();
    for (Service service : scenario.services()) {
      visits.add(Visits.at(service));
    }
    this.delays =
        Stream.concat(
                scenario.links().stream().map(Link::latency),
                visits.stream().flatMap(each -> each.delays().stream()))
            .filter(delay -> delay.mean() > 0)
            .toList();
  }

  static Theory of(Scenario scenario) throws NoFormulaException {
    checkSurroundings(scenario);
    Recognition recognition = new Recognition(scenario);
    List<Visits> queues =
        recognition.visits.stream().filter(each -> !each.bursts().isEmpty()).toList();
    if (queues.isEmpty()) {
      return recognition.delaysAlone();
    }
    for (Visits queue : queues) {
      recognition.checkLoad(queue);
    }
    boolean single = queues.size() == 1 && queues.get(0).bursts().size() == 1;
    return single ? recognition.single(queues.get(0)) : recognition.network(queues);
  }

  private static void checkSurroundings(Scenario scenario) throws NoFormulaException {
    if (!scenario.faults().isEmpty()) {
      throw new NoFormulaException("with faults there is no steady state");
    } else if (scenario.workload() instanceof ClosedUsers) {
      throw new NoFormulaException(
          "users wait for their responses, so that arrivals are no Poisson process");
    } else if (scenario.workload() instanceof StagedRate) {
      throw new NoFormulaException("the rate changes, so that there is no steady state");
    } else if (scenario.workload() instanceof Workload.Users users
        && !(users.count() instanceof Workload.Users.Count.Constant)) {
      throw new NoFormulaException(
          "the number of users is drawn anew every %s, so that arrivals are no Poisson process"
              .formatted(Durations.format(users.window().toNanos())));
    } else if (scenario.nodes().stream().anyMatch(LoadBalancer.class::isInstance)) {
      throw new NoFormulaException("a load balancer spreads the requests");
    }
    for (Link link : scenario.links()) {
      if (link.loss() > 0) {
        throw new NoFormulaException("messages are lost on " + link.name());
      }
    }
  }

  private boolean arrivesEvenly() {
    return scenario.workload() instanceof Workload.OpenRate open
        && open.spacing() == Workload.OpenRate.Spacing.CONSTANT;
  }

  private void checkLoad(Visits queue) throws NoFormulaException {
    double work =
        queue.bursts().stream().flatMap(List::stream).mapToDouble(Distribution::mean).sum();
    double load = rate * work / queue.service().server().cores();
    if (load >= 1 && queue.service().server().maxQueue() == Integer.MAX_VALUE) {
      throw new NoFormulaException(
          "the cores of %s are offered %s of what they can do, so that there is no steady state"
              .formatted(queue.service().name(), Shares.format(load)));
    }
  }

  /** A service time of a step or two that is exponential, as a rate. */
  private static OptionalDouble exponentialRate(List<Distribution> burst) {
    return burst.size() == 1 && burst.get(0) instanceof Exponential exponential
        ? OptionalDouble.of(1 / exponential.mean())
        : OptionalDouble.empty();
  }

  private static NoFormulaException notExponential(Visits queue, String kind) {
    return new NoFormulaException(
        "the bursts of %s are not exponential, as %s takes them to be"
            .formatted(queue.service().name(), kind));
  }

  private Known delaysAlone() throws NoFormulaException {
    if (arrivesEvenly()) {
      throw new NoFormulaException("arrivals are evenly spaced, and no Poisson process");
    }
    double mean = meanDelay();
    return new Known(
        "M/G/infinity",
        "Mirasol 1963",
        List.of(
            new Prediction(Quantity.MEAN_LATENCY, mean),
            new Prediction(Quantity.REQUESTS_INSIDE, rate * mean)));
  }

  private double meanDelay() {
    return delays.stream().mapToDouble(Distribution::mean).sum();
  }

  private Known single(Visits visits) throws NoFormulaException {
    KnownQueue queue = queue(visits);
    List<Prediction> predictions = new ArrayList<>();
    double mean = meanDelay() + queue.meanTime();
    predictions.add(new Prediction(Quantity.MEAN_LATENCY, mean));
    if (queue instanceof KnownQueue.WithPercentiles times && delays.isEmpty()) {
      predictions.add(new Prediction(Quantity.P50, times.percentile(50)));
      predictions.add(new Prediction(Quantity.P95, times.percentile(95)));
      predictions.add(new Prediction(Quantity.P99, times.percentile(99)));
    }
    if (queue.lossProbability() > 0) {
      predictions.add(new Prediction(Quantity.ERROR_RATE, queue.lossProbability()));
    } else {
      predictions.add(new Prediction(Quantity.REQUESTS_INSIDE, rate * mean));
    }
    String name = delays.isEmpty() ? queue.name() : queue.name() + " with delays";
    return new Known(name, queue.source(), predictions);
  }

  private KnownQueue queue(Visits visits) throws NoFormulaException {
    List<Distribution> burst = visits.bursts().get(0);
    double mean = burst.stream().mapToDouble(Distribution::mean).sum();
    OptionalDouble service = exponentialRate(burst);
    Server server = visits.service().server();
    int cores = server.cores();
    if (server.maxQueue() != Integer.MAX_VALUE && !visits.delays().isEmpty()) {
      throw new NoFormulaException(
          "requests are turned away when they come to %s, and wait for I/O there, too"
              .formatted(visits.service().name()));
    } else if (arrivesEvenly()) {
      if (cores > 1 || service.isEmpty() || server.maxQueue() != Integer.MAX_VALUE) {
        throw new NoFormulaException("arrivals are evenly spaced, and no Poisson process");
      } else if (!delays.isEmpty()) {
        throw new NoFormulaException("evenly spaced arrivals are not so behind other waits");
      }
      return new KnownQueue.DM1(rate, service.getAsDouble());
    } else if (server.maxQueue() == 0) {
      return new KnownQueue.MGcc(cores, rate, mean);
    } else if (server.maxQueue() != Integer.MAX_VALUE) {
      if (service.isEmpty()) {
        throw notExponential(visits, "M/M/c/K");
      }
      return new KnownQueue.MMcK(cores, cores + server.maxQueue(), rate, service.getAsDouble());
    } else if (service.isPresent()) {
      return new KnownQueue.MMc(cores, rate, service.getAsDouble());
    } else if (cores > 1) {
      throw notExponential(visits, "M/M/c");
    }
    return new KnownQueue.MG1(rate, mean, variance(burst));
  }

  private static double variance(List<Distribution> burst) throws NoFormulaException {
    double sum = 0;
    for (Distribution step : burst) {
      OptionalDouble variance = Variance.of(step);
      if (variance.isEmpty()) {
        throw new NoFormulaException(
            "there is no simple formula for the variance of " + step.durationText());
      }
      sum += variance.getAsDouble();
    }
    return sum;
  }

  /**
   * Several visits to queues: each is as if it were alone with Poisson arrivals, if all its bursts
   * are exponential with one mean (Jackson 1957; Baskett, Chandy, Muntz and Palacios 1975).
   */
  private Known network(List<Visits> queues) throws NoFormulaException {
    if (arrivesEvenly()) {
      throw new NoFormulaException("arrivals are evenly spaced, and no Poisson process");
    }
    double mean = meanDelay();
    for (Visits queue : queues) {
      Server server = queue.service().server();
      if (server.maxQueue() != Integer.MAX_VALUE) {
        throw new NoFormulaException(
            "%s turns requests away, and others come back to it or to other queues"
                .formatted(queue.service().name()));
      }
      List<OptionalDouble> rates =
          queue.bursts().stream().map(Recognition::exponentialRate).distinct().toList();
      if (rates.size() != 1 || rates.get(0).isEmpty()) {
        throw notExponential(queue, "the product form of a network of queues");
      }
      int times = queue.bursts().size();
      double service = rates.get(0).getAsDouble();
      mean += times * new KnownQueue.MMc(server.cores(), times * rate, service).meanTime();
    }
    return new Known(
        queues.size() == 1 ? "event loop of product form" : "open network of product form",
        "Jackson 1957; Baskett, Chandy, Muntz and Palacios 1975",
        List.of(
            new Prediction(Quantity.MEAN_LATENCY, mean),
            new Prediction(Quantity.REQUESTS_INSIDE, rate * mean)));
  }
}
