package dev.fastsim.simulation;

import dev.fastsim.random.Sampler;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Fault;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** Users who think, send, and wait. */
final class ReferenceUsers {

  private final ReferenceSimulator simulator;
  private final Sampler thinkTimes;
  private final ReferenceFaults<Fault.Surge> surges;
  private final Map<ReferenceRequest, Long> thoughtAfter = new IdentityHashMap<>();

  ReferenceUsers(ReferenceSimulator simulator, ClosedUsers users) {
    this.simulator = simulator;
    this.surges = ReferenceFaults.of(simulator.scenario.faults(), Fault.Surge.class, surge -> true);
    this.thinkTimes =
        users.thinkTime().scaledBy(1e9).sampler(simulator.stream("workload", "think"));
    for (int user = 0; user < users.users(); user++) {
      think(0, thinkTimes.nextNanos());
    }
  }

  void requestEnds(ReferenceRequest request, long time) {
    think(time, Objects.requireNonNull(thoughtAfter.remove(request)));
  }

  /** From one change of the surges to the next, as much is thought as their factor allows. */
  private void think(long start, long nanos) {
    long from = start;
    double left = nanos;
    while (true) {
      double slowness = 1;
      for (Fault.Surge surge : surges.activeAt(from)) {
        slowness /= surge.factor();
      }
      long change = surges.changeAfter(from);
      double possible = (change - from) / slowness;
      if (left <= possible) {
        sendAt(from + Math.round(left * slowness));
        return;
      }
      left -= possible;
      from = change;
    }
  }

  private void sendAt(long time) {
    simulator.clock.at(time, Kind.ARRIVAL, 0, () -> send(new ReferenceRequest(time)));
  }

  private void send(ReferenceRequest request) {
    thoughtAfter.put(request, thinkTimes.nextNanos());
    simulator.arrive(request);
  }
}
