/**
 * Who is next: an agenda of stations and queues of primitives. No word of the domain occurs here.
 *
 * <p>Times are nanoseconds since the start of a run. Ties break in a fixed order: among stations
 * the lower number first, within a queue first in first out. Nothing is allocated once the queues
 * have grown to the size a run needs.
 */
@NullMarked
@API(status = INTERNAL)
package dev.fastsim.kernel;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
