package dev.fastsim.junit.engine;

import dev.fastsim.model.BaselinePromise;
import dev.fastsim.model.EndpointOutline;
import dev.fastsim.model.ModelOutline;
import dev.fastsim.model.Promise;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.model.SizingPromise;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A model class.
 *
 * @param outline what its annotations show
 */
record ModelSpec(ModelOutline outline) implements Spec {

  private Class<?> type() {
    return outline.modelClass();
  }

  @Override
  public String segment() {
    return SpecNode.CLASS;
  }

  @Override
  public String key() {
    return type().getName();
  }

  @Override
  public String name() {
    return ClassNames.nested(type());
  }

  @Override
  public String legacyName() {
    return type().getName();
  }

  @Override
  public String legacyPrefix() {
    return "";
  }

  @Override
  public TestSource source() {
    return ClassSource.from(type());
  }

  @Override
  public TestSource slaSource() {
    return source();
  }

  @Override
  public Optional<AnnotatedElement> element() {
    return Optional.of(type());
  }

  @Override
  public List<Sla> slas() {
    return slas(outline.promises());
  }

  @Override
  public List<EndpointSpec> endpoints() {
    return outline.endpoints().stream().map(this::endpoint).toList();
  }

  private EndpointSpec endpoint(EndpointOutline endpoint) {
    return new EndpointSpec(
        signature(endpoint.method()),
        endpoint.name(),
        MethodSource.from(type(), endpoint.method()),
        Optional.of(endpoint.method()),
        slas(endpoint.promises()),
        endpoint.baseline().stream().map(this::baseline).toList());
  }

  private BaselineSla baseline(BaselinePromise promise) {
    return new BaselineSla(outline.baseline().orElse(Path.of("")), promise);
  }

  private static List<Sla> slas(List<Promise> promises) {
    return promises.stream().map(Sla::of).toList();
  }

  /** A method within its class: {@code checkout()}. */
  static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  @Override
  public List<String> whatIfs() {
    return outline.whatIfs();
  }

  @Override
  public OptionalDouble headroom() {
    return outline.headroom();
  }

  @Override
  public Optional<SizingPromise> sizing() {
    return outline.sizing();
  }

  @Override
  public String briefName() {
    return ClassNames.binary(type());
  }

  @Override
  public String fullName() {
    return type().getName();
  }

  @Override
  public Reading read() {
    return new ModelReading(ServiceModel.read(type()));
  }
}
