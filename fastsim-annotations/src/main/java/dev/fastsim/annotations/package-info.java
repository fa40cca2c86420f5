/**
 * The words a service model is written in: annotations for what the service has (cores, memory,
 * pools, links), what arrives at it, what each endpoint does, what goes wrong for a while, and what
 * it promises.
 *
 * <p>The package depends on nothing at run time. Every quantity is text in one notation:
 *
 * <ul>
 *   <li>a <b>duration</b>: {@code "1.5 ms"}, {@code "30 s"}, {@code "2 min"}, {@code "250 us"},
 *       {@code "1h"};
 *   <li>a <b>size</b>: {@code "512 MiB"}, {@code "2 GiB"}, {@code "64 kB"};
 *   <li>a <b>rate</b>: {@code "400/s"}, {@code "6000/min"}, {@code "1e6/h"};
 *   <li>a <b>share</b>: {@code "80%"}, {@code "0.8"};
 *   <li>a <b>distribution</b> of durations: a plain duration, or {@code "exponential(3ms)"}, {@code
 *       "lognormal(median=8ms, p99=40ms)"}, {@code "uniform(1ms, 3ms)"} and so on.
 * </ul>
 *
 * <p>An attribute that is left out means <em>no limit</em> for a limit and the documented default
 * for a setting. All annotations may be inherited and may be put on other annotations, so that a
 * team can define its own words once.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.annotations;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
