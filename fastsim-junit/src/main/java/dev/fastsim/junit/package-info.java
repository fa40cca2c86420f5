/**
 * FastSim in JUnit: what a user configures, the annotation that makes tests of scenario files, and
 * the Jupiter extension that hands a {@link dev.fastsim.experiment.SimulationResult} to a test
 * method.
 *
 * <p>A model class that carries SLAs needs none of this to be tested: the engine in {@link
 * dev.fastsim.junit.engine} finds it and runs it. The extension is for tests that want the numbers
 * themselves, usually with the assertions of {@link dev.fastsim.junit.assertj}.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
