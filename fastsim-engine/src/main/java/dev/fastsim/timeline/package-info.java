/**
 * What single requests did when: the event loop made visible. A {@link
 * dev.fastsim.timeline.Timeline} is a window of one replication in which everything is kept, and
 * can be written for the trace viewers people have.
 *
 * <p>All times are simulated and exact to the nanosecond.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.timeline;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
