/**
 * The JUnit Platform engine {@code fastsim}. It turns every model class into a tree of tests:
 *
 * <pre>{@code
 * CheckoutSpecTest                     container, simulates once
 *   cpu utilization <= 70%             test: an SLA of the service
 *   POST /checkout                     container
 *     p95 <= 120 ms                    test: an SLA of the endpoint
 *     p99 <= 250 ms
 *     p95 <= baseline + 5%             test: not to be worse than a saved result
 *   GET /health                        test: an endpoint without SLAs; passes if it is simulated
 *   headroom >= 1.3x                   test: searches for itself, like the size of machines
 *   Black Friday                       container: a what-if, simulates once more
 *     POST /checkout                   container, and so on as above
 * }</pre>
 *
 * <p>A class that names scenario files is a container of them, and each file is what a model class
 * is above:
 *
 * <pre>{@code
 * ShopFileTest                         container
 *   shop.yml                           container, simulates once
 *     p95 <= 120 ms                    test: an SLA of all requests together
 *     warehouse cpu utilization <= 50% test: an SLA of one of several services
 *     POST /order                      container
 *   misspelt.yml                       test: a file that cannot be read, which fails
 * }</pre>
 *
 * <p><b>Discovery</b> looks at annotations and files: a {@code Spec} says what endpoints there are
 * and what is promised, whatever it is written in; {@code SpecResolver} makes nodes of it, {@code
 * DiscoveryMistakes} says what can be seen to be wrong. No model is instantiated, and nothing is
 * simulated. Unique ids are made of the class, the file, the method's signature or the endpoint's
 * name, and what is limited ({@code
 * [class:shop.CheckoutSpecTest]/[endpoint:checkout()]/[sla:latency.p95]}), so that they survive a
 * changed limit and a moved annotation; those of a what-if have its name in between.
 *
 * <p><b>Execution</b>: a {@code SimulationNode} reads its spec, simulates it once for all its SLAs,
 * writes the result as a file and hands an {@code Outcome} down. A {@code WhatIfNode} does the same
 * with the scenario as it would be, if one of its tests is to run. If that fails, the outcome is
 * the failure, and every SLA fails with it. A {@code SlaNode} looks its verdict up and, on a
 * breach, fails with the explanation at the endpoint's own source line, or at the file.
 *
 * <p>Specs run concurrently if the user asks for it; one simulation uses several threads in any
 * case, and its result does not depend on them.
 */
@NullMarked
@API(status = INTERNAL)
package dev.fastsim.junit.engine;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
