/**
 * What one replication measured: latency distributions, time averages, outcome counts, and where
 * requests spent their time. Recorders are filled by the simulation; the records are what remains.
 *
 * <p>Recorders count nanoseconds; records give seconds.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.metrics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
