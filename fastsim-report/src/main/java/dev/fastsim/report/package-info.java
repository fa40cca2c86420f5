/**
 * Results as pages: what was promised and what became of it, then why.
 *
 * <p>{@link dev.fastsim.report.Report} is the front door. Each class that is named for a section
 * makes that section from a result; {@link dev.fastsim.report.page} knows how sections look.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
