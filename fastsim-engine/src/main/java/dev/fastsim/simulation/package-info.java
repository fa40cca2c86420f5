/**
 * A scenario compiled into stations and played for one replication.
 *
 * <p>A request is recorded once, when it arrives: which steps it takes and how long each will be,
 * drawn from streams that belong to the steps. What it then waits for is decided by the stations.
 * So a change of cores, pools or replicas leaves arrivals and service times as they were.
 *
 * <p>The way of a request: {@code Arrivals -> Gateway (link, rate limiters, balancer) -> Replica
 * (memory, then its steps on Cpu, Pool and IoStation) -> Ledger}. Each station owns its next time;
 * the agenda picks the earliest. Stations of lower number go first at equal times: warm-up, I/O,
 * CPUs, the request link, pool timeouts, arrivals.
 */
@NullMarked
@API(status = INTERNAL)
package dev.fastsim.simulation;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
