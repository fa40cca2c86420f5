/**
 * Replications of a scenario and what they show: every number as an {@link
 * dev.fastsim.experiment.Estimate} with its confidence interval.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.experiment;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
