package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.simulation.Comparison.Subject;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that is wrong is found out, and what is told of it leads to its mistake. */
class DisagreementTest {

  /** Does to services what it should not. */
  private static Subject wrong(UnaryOperator<Service> misreading) {
    return (scenario, replication) ->
        RequestLog.play(Rebuilding.withServices(scenario, misreading), replication);
  }

  /** Waits for a connection however long it takes. */
  private static Service patient(Service service) {
    List<ConnectionPool> pools =
        service.pools().stream()
            .map(pool -> new ConnectionPool(pool.name(), pool.size(), Duration.ofDays(400)))
            .toList();
    return new Service(
        service.name(), service.server(), pools, service.limiter(), service.endpoints());
  }

  private static Disagreement first(Subject subject) {
    Campaign campaign = new Campaign(subject, 0, 30);
    campaign.play();
    assertThat(campaign.differing()).isNotEmpty();
    long seed = campaign.differing().get(0);
    return Disagreement.of(subject, RandomScenarios.of(seed), Campaign.replication(seed));
  }

  private static Scenario loaded(String message) {
    Path file = Path.of(message.replaceAll("(?s).*This is written to (.*?)\\R.*", "$1"));
    return ScenarioFile.load(file).scenario();
  }

  @Test
  void simulatorThatNeverTimesOutIsToldByTheFirstRequestThatShould(@TempDir Path folder)
      throws IOException {
    Subject patient = wrong(DisagreementTest::patient);
    Disagreement disagreement = first(patient);
    String message = disagreement.tell(folder);
    assertThat(message)
        .containsPattern("request \\d+ of \\d+, which arrived at .*: expected TIMED_OUT at ")
        .containsPattern("seed \\d+, which was shrunk in \\d+ tries")
        .containsPattern("timeouts of pool .* of .*: expected \\d+, was 0")
        .contains(ScenarioText.of(disagreement.smallest()));
    Scenario small = loaded(message);
    assertThat(small).isEqualTo(disagreement.smallest());
    assertThat(new Comparison(patient, small, disagreement.replication()).differences())
        .isEqualTo(disagreement.differences());
    assertThat(
            new Comparison(Comparison.SIMULATOR, small, disagreement.replication()).differences())
        .isEmpty();
    assertThat(small.faults()).isEmpty();
    assertThat(small.steps()).hasSize(1);
    assertThat(small.services())
        .singleElement()
        .satisfies(service -> assertThat(service.pools()).hasSize(1));
  }

  @Test
  void simulatorThatBreaksIsToldWithItsStackTrace(@TempDir Path folder) throws IOException {
    Subject broken =
        (scenario, replication) -> {
          if (scenario.services().stream().anyMatch(it -> it.server().replicas() > 1)) {
            throw new IllegalStateException("one replica too many");
          }
          return RequestLog.play(scenario, replication);
        };
    Disagreement disagreement = first(broken);
    assertThat(disagreement.tell(folder))
        .contains("the simulator failed: java.lang.IllegalStateException: one replica too many")
        .contains("at dev.fastsim.simulation.DisagreementTest");
    assertThat(disagreement.smallest().services())
        .singleElement()
        .matches(service -> service.server().replicas() == 2);
  }

  /** Wrong only where a program decides. */
  @Test
  void programThatNoFileCanSayIsToldBesideIt(@TempDir Path folder) throws IOException {
    Disagreement disagreement = first(wrong(DisagreementTest::fixed));
    String message = disagreement.tell(folder);
    assertThat(message)
        .containsPattern("What requests to '.*' of '.*' do is decided by a program")
        .contains("RandomProgram[vocabulary=[");
    assertThat(loaded(message)).isNotEqualTo(disagreement.smallest());
  }

  private static Service fixed(Service service) {
    List<Endpoint> fixed =
        service.endpoints().stream()
            .map(
                it ->
                    new Endpoint(
                        it.name(),
                        it.weight(),
                        it.limiter(),
                        new Body.Fixed(it.body().vocabulary())))
            .toList();
    return SmallerServices.with(service, fixed);
  }
}
