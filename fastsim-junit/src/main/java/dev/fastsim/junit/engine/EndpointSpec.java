package dev.fastsim.junit.engine;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestSource;

/**
 * An endpoint as discovery sees it.
 *
 * @param key what identifies it within its spec
 * @param name as in the scenario
 * @param source where it is written
 * @param element what carries Jupiter's annotations, if it is written in Java
 * @param slas what it promises
 */
record EndpointSpec(
    String key,
    String name,
    TestSource source,
    Optional<AnnotatedElement> element,
    List<Sla> slas) {

  EndpointSpec {
    slas = List.copyOf(slas);
  }

  /** The same endpoint with what it promises in a what-if. */
  EndpointSpec in(String whatIf) {
    List<Sla> holding = slas.stream().filter(sla -> sla.holdsIf(whatIf)).toList();
    return new EndpointSpec(key, name, source, element, holding);
  }
}
