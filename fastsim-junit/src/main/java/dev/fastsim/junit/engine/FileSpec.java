package dev.fastsim.junit.engine;

import dev.fastsim.junit.ScenarioFileLocation;
import dev.fastsim.model.SizingPromise;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.YamlMistake;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A scenario file that a class names. */
final class FileSpec implements Spec {

  private final Class<?> type;
  private final String file;
  private final TestSource source;
  private final Optional<LoadedScenario> loaded;
  private final Optional<RuntimeException> mistake;

  private FileSpec(
      Class<?> type,
      String file,
      TestSource source,
      Optional<LoadedScenario> loaded,
      Optional<RuntimeException> mistake) {
    this.type = type;
    this.file = file;
    this.source = source;
    this.loaded = loaded;
    this.mistake = mistake;
  }

  /** Looks at a file; that it cannot be read is for its test to say. */
  static FileSpec of(Class<?> type, String file) {
    TestSource source = ClassSource.from(type);
    try {
      ScenarioFileLocation location = ScenarioFileLocation.find(type, file);
      source = source(location);
      LoadedScenario loaded = ScenarioFile.load(location.path());
      return new FileSpec(type, file, source, Optional.of(loaded), Optional.empty());
    } catch (RuntimeException mistake) {
      return new FileSpec(type, file, source, Optional.empty(), Optional.of(mistake));
    }
  }

  private static TestSource source(ScenarioFileLocation location) {
    return location
        .resource()
        .<TestSource>map(ClasspathResourceSource::from)
        .orElseGet(() -> FileSource.from(location.path().toFile()));
  }

  private Optional<Scenario> scenario() {
    return loaded.map(LoadedScenario::scenario);
  }

  /** What its writer should look at. */
  List<YamlMistake> warnings() {
    return loaded.map(LoadedScenario::warnings).orElse(List.of());
  }

  @Override
  public String segment() {
    return SpecNode.FILE;
  }

  @Override
  public String key() {
    return file;
  }

  @Override
  public String name() {
    return file;
  }

  @Override
  public String legacyName() {
    return file;
  }

  @Override
  public String legacyPrefix() {
    return file + " ";
  }

  @Override
  public TestSource source() {
    return source;
  }

  /** The class: without one as their source, build tools call tests by their display name alone. */
  @Override
  public TestSource slaSource() {
    return ClassSource.from(type);
  }

  @Override
  public Optional<AnnotatedElement> element() {
    return Optional.empty();
  }

  @Override
  public List<Sla> slas() {
    return scenario().stream()
        .flatMap(
            scenario ->
                scenario.objectives().stream()
                    .filter(objective -> objective.metric().endpoint().isEmpty())
                    .map(objective -> sla(objective, scenario)))
        .toList();
  }

  private static Sla sla(Objective objective, Scenario scenario) {
    return objective
        .subject()
        .filter(service -> scenario.services().size() > 1)
        .map(service -> Sla.of(objective, service))
        .orElseGet(() -> Sla.of(objective));
  }

  @Override
  public List<EndpointSpec> endpoints() {
    return scenario().stream()
        .flatMap(
            scenario ->
                scenario.endpoints().stream()
                    .map(endpoint -> endpoint(endpoint, scenario.objectives())))
        .toList();
  }

  private EndpointSpec endpoint(Endpoint endpoint, List<Objective> objectives) {
    Optional<String> name = Optional.of(endpoint.name());
    List<Sla> slas =
        objectives.stream()
            .filter(objective -> objective.metric().endpoint().equals(name))
            .map(Sla::of)
            .toList();
    return new EndpointSpec(
        endpoint.name(), endpoint.name(), slaSource(), Optional.empty(), slas, List.of());
  }

  @Override
  public List<String> whatIfs() {
    return scenario().stream()
        .flatMap(scenario -> scenario.whatIfs().stream())
        .map(WhatIf::name)
        .toList();
  }

  @Override
  public OptionalDouble headroom() {
    return loaded.map(LoadedScenario::headroom).orElseGet(OptionalDouble::empty);
  }

  @Override
  public Optional<SizingPromise> sizing() {
    return Optional.empty();
  }

  @Override
  public String briefName() {
    String last = file.substring(file.lastIndexOf('/') + 1);
    return ClassNames.binary(type) + "." + last.replaceFirst("\\.ya?ml$", "");
  }

  @Override
  public String fullName() {
    return type.getName() + "." + file.replaceAll("[^\\w.-]", "_");
  }

  @Override
  public Reading read() {
    mistake.ifPresent(
        reason -> {
          throw reason;
        });
    return new FileReading(type, file, loaded.orElseThrow());
  }
}
