package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a scenario has what matters and nothing else. */
class ShrinkerTest {

  /** The first scenarios of several services for which something holds. */
  private static List<Scenario> large(Predicate<Scenario> property) {
    List<Scenario> large =
        RandomScenarios.first(1000)
            .filter(scenario -> scenario.services().size() > 2)
            .filter(property)
            .limit(2)
            .toList();
    assertThat(large).hasSize(2);
    return large;
  }

  private static boolean hasFault(Scenario scenario, Class<? extends Fault> kind) {
    return scenario.faults().stream().anyMatch(kind::isInstance);
  }

  private static boolean waits(Scenario scenario, String category) {
    return new ReferenceSimulator(scenario, 0)
        .requests.stream()
            .flatMap(request -> request.spent.entrySet().stream())
            .anyMatch(spent -> spent.getKey().matches(category) && spent.getValue() > 0);
  }

  @Test
  void waitingForAConnectionAmidASpikeTakesAPoolAStepAndASpike(@TempDir Path folder)
      throws IOException {
    Predicate<Scenario> property =
        scenario -> hasFault(scenario, Fault.LatencySpike.class) && waits(scenario, "pool .* wait");
    for (Scenario found : large(property)) {
      Scenario small = new Shrinker(property).shrink(found);
      assertThat(property).accepts(small);
      assertThat(small.faults()).singleElement().isInstanceOf(Fault.LatencySpike.class);
      Service service = onlyService(small);
      assertThat(service.server()).isEqualTo(Server.DEFAULT);
      assertThat(service.pools()).singleElement().matches(pool -> pool.size() == 1);
      assertThat(onlySteps(service))
          .singleElement()
          .matches(step -> step instanceof Step.Io io && io.pool().isPresent() && !io.blocking())
          .matches(step -> step instanceof Step.Io io && io.time() instanceof Constant);
      assertReadsBack(small, folder);
    }
  }

  @Test
  void waitingForMemoryAmidASurgeTakesMemoryAStepOrTwoAndASurge(@TempDir Path folder)
      throws IOException {
    Predicate<Scenario> property =
        scenario -> hasFault(scenario, Fault.Surge.class) && waits(scenario, "memory wait");
    for (Scenario found : large(property)) {
      Scenario small = new Shrinker(property).shrink(found);
      assertThat(property).accepts(small);
      assertThat(small.faults()).singleElement().isInstanceOf(Fault.Surge.class);
      Service service = onlyService(small);
      assertThat(service.pools()).isEmpty();
      assertThat(service.server().ramBytes()).isLessThan(Server.UNLIMITED);
      assertThat(service.server().cores()).isEqualTo(1);
      assertThat(service.server().maxQueue()).isEqualTo(Integer.MAX_VALUE);
      assertThat(onlySteps(service)).filteredOn(Step.Ram.class::isInstance).isNotEmpty();
      assertThat(onlySteps(service))
          .filteredOn(step -> !(step instanceof Step.Ram))
          .hasSizeBetween(1, 3);
      assertReadsBack(small, folder);
    }
  }

  /** Two replicas, of which one is killed while it has requests and the other goes on. */
  @Test
  void whatTheReferenceSawStays(@TempDir Path folder) throws IOException {
    Predicate<Scenario> property =
        scenario ->
            new ReferenceSimulator(scenario, 0)
                .incidents.containsAll(
                    List.of(
                        Incident.OUTAGE_OF_SOME_REPLICAS_WITH_REQUESTS_INSIDE,
                        Incident.KILLED_IN_READY_QUEUE));
    for (Scenario found : large(property)) {
      Scenario small = new Shrinker(property).shrink(found);
      assertThat(property).accepts(small);
      assertThat(small.faults()).isNotEmpty().hasOnlyElementsOfType(Fault.Outage.class);
      assertThat(small.services()).hasSizeBetween(1, 2);
      for (Service service : small.services()) {
        assertThat(service.server().replicas()).isLessThanOrEqualTo(2);
        assertThat(service.server().cores()).isEqualTo(1);
        assertThat(service.pools()).isEmpty();
      }
      assertReadsBack(small, folder);
    }
  }

  @Test
  void programStaysIfItMatters() {
    Predicate<Scenario> property =
        scenario -> onlyBodies(scenario).stream().anyMatch(Body.Recorded.class::isInstance);
    for (Scenario found : large(property)) {
      Scenario small = new Shrinker(property).shrink(found);
      assertThat(property).accepts(small);
      assertThat(onlyService(small).steps()).isEmpty();
    }
  }

  @Test
  void nothingStaysIfNothingMatters() {
    for (Scenario found : large(scenario -> true)) {
      Scenario small = new Shrinker(scenario -> true).shrink(found);
      assertThat(onlySteps(onlyService(small))).isEmpty();
      assertThat(small.faults()).isEmpty();
      assertThat(small.runs().duration()).isEqualTo(Duration.ofMillis(1));
      assertThat(small.workload().meanRate()).isBetween(1.0, 2.0);
    }
  }

  @Test
  void allStaysIfAllMatters() {
    Scenario found = RandomScenarios.of(7);
    assertThat(new Shrinker(found::equals).shrink(found)).isEqualTo(found);
  }

  @Test
  void whatCannotBeJudgedDoesNotFail() {
    Scenario found = RandomScenarios.of(7);
    Shrinker shrinker =
        new Shrinker(
            scenario -> {
              throw new IllegalStateException("another failure");
            });
    assertThat(shrinker.shrink(found)).isEqualTo(found);
    assertThat(shrinker.tries()).isPositive();
  }

  /** A service with nothing around it, between links that cost nothing. */
  private static Service onlyService(Scenario scenario) {
    assertThat(scenario.nodes()).singleElement().isInstanceOf(Service.class);
    assertThat(scenario.links())
        .hasSize(2)
        .allSatisfy(
            link -> {
              assertThat(link.latency()).isEqualTo(new Constant(0));
              assertThat(link.loss()).isZero();
              assertThat(link.name()).isEqualTo(Link.nameOf(link.from(), link.to()));
            });
    assertThat(scenario.runs().warmUp()).contains(Duration.ZERO);
    Service service = scenario.services().get(0);
    assertThat(service.limiter()).isEmpty();
    assertThat(service.endpoints()).singleElement().matches(it -> it.limiter().isEmpty());
    return service;
  }

  private static List<Step> onlySteps(Service service) {
    assertThat(service.endpoints().get(0).body()).isInstanceOf(Body.Fixed.class);
    return ((Body.Fixed) service.endpoints().get(0).body()).steps();
  }

  private static List<Body> onlyBodies(Scenario scenario) {
    return scenario.services().stream()
        .flatMap(service -> service.endpoints().stream())
        .map(Endpoint::body)
        .toList();
  }

  private static void assertReadsBack(Scenario scenario, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("small.yml"), ScenarioText.of(scenario));
    assertThat(ScenarioFile.load(file).scenario()).isEqualTo(scenario);
  }
}
