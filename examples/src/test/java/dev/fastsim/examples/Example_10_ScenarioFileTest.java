package dev.fastsim.examples;

import dev.fastsim.junit.ScenarioFile;

/**
 * A scenario as a file, for those who keep theirs beside the deployment or do not write Java.
 *
 * <p>An annotated class is one service; a file may describe several and the links between them, so
 * that what a customer waits for is promised as a whole. {@code shop.yml} has a shop that asks its
 * warehouse. Each entry under {@code slas} is a test: of all requests together, of an endpoint, and
 * of each service. Try {@code replicas: 1} in the warehouse: it is the shop that becomes slow,
 * though its own CPU does no more than before.
 */
@ScenarioFile("shop.yml")
class Example_10_ScenarioFileTest {}
