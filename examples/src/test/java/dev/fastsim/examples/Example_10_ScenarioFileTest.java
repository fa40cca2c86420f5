package dev.fastsim.examples;

import dev.fastsim.junit.ScenarioFile;

/**
 * A scenario as a file, for those who keep theirs beside the deployment or do not write Java.
 *
 * <p>An annotated class is one service; a file may describe several and the links between them, so
 * that what a customer waits for is promised as a whole. In {@code shop.yml} a shop asks its
 * warehouse. Each limit under {@code slas} is a test: on all requests together, on an endpoint, on
 * one of the services. Try {@code replicas: 1} in the warehouse: the customers of the shop wait too
 * long, though the shop itself is no busier than before.
 */
@ScenarioFile("shop.yml")
class Example_10_ScenarioFileTest {}
