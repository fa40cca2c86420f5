/**
 * The link between woven model code and the simulation. Not for use by models.
 *
 * <p>{@code Recording} and {@code Flow} are loaded anew by each model class loader; {@code
 * Recorder} is shared with the engine.
 */
@NullMarked
@API(status = INTERNAL)
package dev.fastsim.annotations.internal;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
