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
 * @param baseline what it promises beside a saved result
 */
record EndpointSpec(
    String key,
    String name,
    TestSource source,
    Optional<AnnotatedElement> element,
    List<Sla> slas,
    List<BaselineSla> baseline) {

  EndpointSpec {
    slas = List.copyOf(slas);
    baseline = List.copyOf(baseline);
  }

  /** Whether it promises nothing, so that its being simulated is all there is to test. */
  boolean promisesNothing() {
    return slas.isEmpty() && baseline.isEmpty();
  }

  /** The same endpoint with what it promises in a what-if. */
  EndpointSpec in(String whatIf) {
    List<Sla> holding = slas.stream().filter(sla -> sla.holdsIf(whatIf)).toList();
    return new EndpointSpec(key, name, source, element, holding, List.of());
  }
}
