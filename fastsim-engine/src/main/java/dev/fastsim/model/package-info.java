/**
 * The side door for annotated classes: reads a model class and makes a {@link
 * dev.fastsim.scenario.Scenario} whose endpoint bodies are the class's own methods.
 *
 * <p>{@link dev.fastsim.model.ServiceModel#read} works in four moves, and reports what is wrong in
 * all of them at once.
 *
 * <ol>
 *   <li><b>Words.</b> {@code AnnotationFinder} looks annotations up through superclasses,
 *       interfaces and meta-annotations; one small reader for each topic (machine, traffic, faults,
 *       steps, limits) turns them into records.
 *   <li><b>Closure.</b> {@code ClassClosure} walks from the model class over everything its
 *       bytecode refers to, within the project's own classes ({@code OwnClasses}), in a fixed
 *       order, without loading what it only passes. {@code StepCatalog} numbers the steps found
 *       there.
 *   <li><b>Weaving.</b> Each thread that simulates has a {@code ModelClassLoader} of its own, which
 *       defines the project's classes anew: {@code ClassWeaver} puts a call to the recorder at the
 *       entry of every step and at the end of every loop. Nothing else is changed, so that stack
 *       traces, breakpoints and coverage keep their lines. The weaving is done with the ASM inside
 *       Byte Buddy rather than with its {@code Advice}: the inlined advice would be the same two
 *       instructions, and the one visitor also sees the jumps.
 *   <li><b>Dry run.</b> Every endpoint is run once before it is believed.
 * </ol>
 *
 * <p>A {@code @Remote} field is of another model's class, which {@code Callees} reads into a
 * service of its own, with its own loaders. In the caller's loaders an instance of that class
 * stands in for the service: {@code ClassWeaver} puts the recording of a call in the place of its
 * endpoints' bodies.
 *
 * <p>One loader serves one replication after the other, so what a static final field refers to
 * lives longer than a replication. Static fields that are not final are refused; a mutable object
 * in a final one is the model's own risk.
 *
 * <p>What annotations mean along inheritance: those on a class are inherited, from superclasses and
 * interfaces; the nearest wins, and on the same class one that is written there wins over one that
 * comes with another annotation. Of a fault that may be repeated, all that are as near as the
 * nearest count. Endpoint methods of superclasses and interfaces count, unless they are overridden.
 * A method that overrides another inherits none of its annotations, as in JUnit.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.model;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
