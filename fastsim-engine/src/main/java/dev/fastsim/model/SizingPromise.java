package dev.fastsim.model;

import dev.fastsim.capacity.SizingGoal;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What {@link dev.fastsim.annotations.SizingSla} promises.
 *
 * @param text in words
 * @param goal what it comes to; empty if the annotation has mistakes
 */
@API(status = API.Status.EXPERIMENTAL)
public record SizingPromise(String text, Optional<SizingGoal> goal) {}
