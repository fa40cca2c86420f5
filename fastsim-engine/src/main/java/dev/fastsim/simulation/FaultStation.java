package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The faults that change something at an instant: outages and pool sizes. At each beginning and end
 * of one the state is worked out anew from all that are active, so that overlaps leave no residue.
 */
final class FaultStation extends Station {

  private final Collection<Cluster> clusters;
  private final Collection<Balancer> balancers;
  private final List<Fault.Outage> outages;
  private final List<Fault.PoolShrink> shrinks;
  private final long[] changes;
  private int next;

  FaultStation(
      Agenda agenda,
      List<Fault> faults,
      Collection<Cluster> clusters,
      Collection<Balancer> balancers) {
    super(agenda);
    this.clusters = clusters;
    this.balancers = balancers;
    outages = PiecewiseConstant.pick(faults, Fault.Outage.class, outage -> true);
    shrinks = PiecewiseConstant.pick(faults, Fault.PoolShrink.class, shrink -> true);
    List<Fault> abrupt = new ArrayList<>(outages);
    abrupt.addAll(shrinks);
    changes = PiecewiseConstant.changes(abrupt);
    scheduleNext();
  }

  /** Whether a fault changes something at an instant. */
  static boolean changes(Fault fault) {
    return fault instanceof Fault.Outage || fault instanceof Fault.PoolShrink;
  }

  private void scheduleNext() {
    schedule(next < changes.length ? changes[next] : Agenda.NEVER);
  }

  @Override
  public void fire(long now) {
    next++;
    scheduleNext();
    // What ends does so before anything begins.
    clusters.stream().filter(cluster -> down(cluster, now) == 0).forEach(it -> outage(it, now));
    clusters.forEach(cluster -> resizePools(cluster, true, now));
    clusters.stream().filter(cluster -> down(cluster, now) > 0).forEach(it -> outage(it, now));
    clusters.forEach(cluster -> resizePools(cluster, false, now));
  }

  private int down(Cluster cluster, long now) {
    return mostReplicas(cluster, outage -> true, now);
  }

  private int dead(Cluster cluster, long now) {
    return mostReplicas(cluster, outage -> outage.mode() == Fault.Outage.Mode.KILL, now);
  }

  private int mostReplicas(Cluster cluster, Predicate<Fault.Outage> kind, long now) {
    return outages.stream()
        .filter(kind)
        .filter(outage -> concerns(outage.service(), cluster))
        .filter(outage -> PiecewiseConstant.isActive(outage, now))
        .mapToInt(Fault.Outage::replicas)
        .max()
        .orElse(0);
  }

  private static boolean concerns(String service, Cluster cluster) {
    return service.equals(cluster.service().name());
  }

  private void outage(Cluster cluster, long now) {
    int down = down(cluster, now);
    if (cluster.setOutage(down, dead(cluster, now), now)) {
      boolean open = down < cluster.replicas().size();
      balancers.forEach(balancer -> balancer.route(cluster, open));
    }
  }

  private void resizePools(Cluster cluster, boolean growing, long now) {
    for (ConnectionPool pool : cluster.service().pools()) {
      int size =
          shrinks.stream()
              .filter(shrink -> concerns(shrink.service(), cluster))
              .filter(shrink -> shrink.pool().equals(pool.name()))
              .filter(shrink -> PiecewiseConstant.isActive(shrink, now))
              .mapToInt(Fault.PoolShrink::size)
              .reduce(pool.size(), Math::min);
      for (Replica replica : cluster.replicas()) {
        Pool its = replica.pool(pool.name());
        if (growing == size > its.size()) {
          its.resize(size, now);
        }
      }
    }
  }
}
