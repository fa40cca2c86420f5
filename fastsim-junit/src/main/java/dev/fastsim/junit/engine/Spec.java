package dev.fastsim.junit.engine;

import dev.fastsim.model.SizingPromise;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.platform.engine.TestSource;

/**
 * What is simulated once for all its tests, as discovery sees it. Whatever a scenario is written
 * in, this is how it comes to the nodes of the tree.
 */
sealed interface Spec permits ModelSpec, FileSpec {

  /** The type of its segment in unique ids. */
  String segment();

  /** What identifies it among those of its kind. */
  String key();

  /** Shown unless a display name is. */
  String name();

  /** Its name in reports that know only classes and methods. */
  String legacyName();

  /** What the names of its endpoints and SLAs begin with in such reports. */
  String legacyPrefix();

  /** Where it is written. */
  TestSource source();

  /** Where SLAs are written that are not an endpoint's. */
  TestSource slaSource();

  /** What carries Jupiter's annotations, if that is itself and not a class around it. */
  Optional<AnnotatedElement> element();

  /** What its services promise, and all requests together. */
  List<Sla> slas();

  /** What clients call; empty if it cannot even be looked at. */
  List<EndpointSpec> endpoints();

  /** The names of the other circumstances in which promises are to be kept; each once. */
  List<String> whatIfs();

  /** How many times the traffic all promises are to hold at, if that is promised. */
  OptionalDouble headroom();

  /** What is promised about the machines, if anything is. */
  Optional<SizingPromise> sizing();

  /** For people to recognise the file of its result by. */
  String briefName();

  /** Like no other's. */
  String fullName();

  /**
   * Reads it.
   *
   * @throws RuntimeException with everything that is wrong with it
   */
  Reading read();
}
