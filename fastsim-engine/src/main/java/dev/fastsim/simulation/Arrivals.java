package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The clients: requests arrive, pick their endpoint by weight, and are recorded. */
final class Arrivals extends Station {

  private final ArrivalTimes times;
  private final UniformRandomProvider choices;

  /** Probability of the endpoints up to and including each. */
  private final double[] cumulative;

  private final Requests requests;
  private final Bodies bodies;
  private final Gateway gateway;
  private final Ledger ledger;

  Arrivals(
      Agenda agenda,
      int number,
      Scenario scenario,
      Streams streams,
      int replication,
      Requests requests,
      Bodies bodies,
      Gateway gateway,
      Ledger ledger,
      long horizon) {
    super(agenda, number);
    this.times = ArrivalTimes.of(scenario.workload(), streams, replication, horizon);
    this.choices = streams.stream(replication, "workload", "endpoint");
    this.cumulative = cumulative(scenario.endpoints());
    this.requests = requests;
    this.bodies = bodies;
    this.gateway = gateway;
    this.ledger = ledger;
    schedule(times.next());
  }

  private static double[] cumulative(List<Endpoint> endpoints) {
    double total = endpoints.stream().mapToDouble(Endpoint::weight).sum();
    double[] cumulative = new double[endpoints.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += endpoints.get(i).weight();
      cumulative[i] = sum / total;
    }
    return cumulative;
  }

  @Override
  void fire(long now) {
    int endpoint = pick();
    int slot = requests.open(endpoint, now);
    ledger.arrived(slot);
    bodies.record(endpoint, slot, now);
    schedule(times.next());
    gateway.send(slot, now);
  }

  private int pick() {
    int last = cumulative.length - 1;
    if (last == 0) {
      return 0;
    }
    double u = choices.nextDouble();
    int endpoint = 0;
    while (endpoint < last && u >= cumulative[endpoint]) {
      endpoint++;
    }
    return endpoint;
  }
}
