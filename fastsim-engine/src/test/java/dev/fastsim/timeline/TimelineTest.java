package dev.fastsim.timeline;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests did when, in scenarios that are worked out by hand. Times are milliseconds. */
class TimelineTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** One request every ten milliseconds, the first at 10 ms; nothing is left to chance. */
  private static Timeline everyTenMillis(ScenarioBuilder scenario, int millis) {
    Scenario built =
        scenario
            .workload(new Workload.OpenRate(100, Spacing.CONSTANT))
            .runs(new RunPlan(Duration.ofMillis(millis), Duration.ZERO, 1, 1, 1))
            .build();
    return FastSim.simulate(built)
        .timeline(0, new TimelineWindow.From(Duration.ZERO, TimelineWindow.REQUESTS));
  }

  private static String text(RecordedRequest request) {
    StringBuilder text = new StringBuilder();
    for (Span span : request.spans()) {
      text.append(span.activity()).append(' ').append(span.name());
      span.core().ifPresent(core -> text.append(" @").append(core));
      text.append(' ').append(span.start().toNanos() / 1e6);
      text.append("..").append(span.end().toNanos() / 1e6).append("; ");
    }
    return text + request.outcomeText();
  }

  @Test
  void blockingIoKeepsTheCoreFromTheNextRequest() {
    Timeline timeline =
        everyTenMillis(
            Scenario.builder("stalled")
                .endpoint(
                    "GET",
                    cpu("parse", "2 ms"),
                    blockingIo("read", "12 ms"),
                    cpu("render", "1 ms")),
            45);

    assertThat(timeline.requests())
        .extracting(TimelineTest::text)
        .containsExactly(
            "RUNNING parse @1 10.0..12.0; BLOCKING_IO read @1 12.0..24.0; RUNNING render @1 24.0..25.0; completed",
            "READY ready queue 20.0..25.0; RUNNING parse @1 25.0..27.0; BLOCKING_IO read @1 27.0..39.0;"
                + " RUNNING render @1 39.0..40.0; completed",
            "READY ready queue 30.0..40.0; RUNNING parse @1 40.0..42.0; BLOCKING_IO read @1 42.0..45.0; in flight",
            "READY ready queue 40.0..45.0; in flight");
    assertThat(timeline.blockedCores()).hasSize(3);
    assertThat(timeline.cores()).containsExactly(new Core(new Place("stalled", 1), 1));
  }

  @Test
  void otherIoLeavesTheCoreToTheNextRequest() {
    Timeline timeline =
        everyTenMillis(
            Scenario.builder("fluent")
                .endpoint("GET", cpu("parse", "2 ms"), io("read", "12 ms"), cpu("render", "1 ms")),
            35);

    assertThat(timeline.requests())
        .extracting(TimelineTest::text)
        .containsExactly(
            "RUNNING parse @1 10.0..12.0; IO read 12.0..24.0; RUNNING render @1 24.0..25.0; completed",
            "RUNNING parse @1 20.0..22.0; IO read 22.0..34.0; RUNNING render @1 34.0..35.0; completed",
            "RUNNING parse @1 30.0..32.0; IO read 32.0..35.0; in flight");
    assertThat(timeline.blockedCores()).isEmpty();
  }

  @Test
  void stepsOfOneBurstAndTheCoreOfEachAreTold() {
    Timeline timeline =
        everyTenMillis(
            Scenario.builder("burst")
                .cores(2)
                .endpoint("GET", cpu("parse", "7 ms"), cpu("render", "8 ms")),
            41);

    assertThat(timeline.requests())
        .extracting(TimelineTest::text)
        .containsExactly(
            "RUNNING parse @1 10.0..17.0; RUNNING render @1 17.0..25.0; completed",
            "RUNNING parse @2 20.0..27.0; RUNNING render @2 27.0..35.0; completed",
            "RUNNING parse @1 30.0..37.0; RUNNING render @1 37.0..41.0; in flight",
            "RUNNING parse @2 40.0..41.0; in flight");
  }

  @Test
  void linksMemoryAndConnectionsAreWaitedFor() {
    Timeline timeline =
        everyTenMillis(
            Scenario.builder("waits")
                .ram(100)
                .pool("db", 1, SECOND)
                .network(new Network(new Constant(0.001), 0))
                .endpoint("GET", ram("page", 50), io("query", "16 ms", "db")),
            70);

    assertThat(timeline.requests().subList(0, 4))
        .extracting(TimelineTest::text)
        .containsExactly(
            "NETWORK clients -> waits 10.0..11.0; IO query 11.0..27.0; NETWORK waits -> clients 27.0..28.0; completed",
            "NETWORK clients -> waits 20.0..21.0; POOL_WAIT db 21.0..27.0; IO query 27.0..43.0;"
                + " NETWORK waits -> clients 43.0..44.0; completed",
            "NETWORK clients -> waits 30.0..31.0; POOL_WAIT db 31.0..43.0; IO query 43.0..59.0;"
                + " NETWORK waits -> clients 59.0..60.0; completed",
            "NETWORK clients -> waits 40.0..41.0; MEMORY_WAIT memory wait 41.0..43.0; POOL_WAIT db 43.0..59.0;"
                + " IO query 59.0..70.0; in flight");
  }

  @Test
  void whoIsKilledDidWhatItDidUntilThen() {
    Timeline timeline =
        everyTenMillis(
            Scenario.builder("killed")
                .endpoint("GET", cpu("parse", "2 ms"), cpu("render", "6 ms"))
                .fault(
                    new Fault.Outage(
                        "killed",
                        Fault.Outage.ALL,
                        Fault.Outage.Mode.KILL,
                        Duration.ofMillis(11),
                        Duration.ofMillis(1))),
            19);

    assertThat(timeline.requests())
        .extracting(TimelineTest::text)
        .containsExactly("RUNNING parse @1 10.0..11.0; dropped");
    assertThat(timeline.requests().get(0).outcome()).contains(Outcome.DROPPED);
  }

  private static SimulationResult shop() {
    return FastSim.simulate(
        Scenario.builder("shop")
            .poissonArrivals(200)
            .endpoint(
                "GET /item",
                cpu("parse", "exponential(2 ms)"),
                io("load", "exponential(20 ms)"),
                cpu("render", "exponential(2 ms)"))
            .runs(new RunPlan(Duration.ofSeconds(20), Duration.ofSeconds(2), 7, 2, 2))
            .build());
  }

  @Test
  void theSlowestRequestIsThatOfTheHistogram() {
    SimulationResult result = shop();

    List<RecordedRequest> slowest = result.slowestRequests(1, 5);

    double max = result.runs().get(1).latency().max();
    assertThat(slowest).hasSize(5);
    assertThat(slowest.get(0).length().toNanos() / 1e9).isCloseTo(max, within(1e-12));
    assertThat(slowest)
        .extracting(RecordedRequest::length)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(slowest)
        .allSatisfy(
            each -> assertThat(each.arrival()).isGreaterThanOrEqualTo(Duration.ofSeconds(2)));
    Timeline timeline = result.timeline(1, new TimelineWindow.AroundSlowest(1000));
    assertThat(timeline.slowest()).contains(slowest.get(0).number());
    assertThat(timeline.requests()).contains(slowest.get(0));
    assertThat(timeline.to()).isEqualTo(slowest.get(0).end());
  }

  @Test
  void aWindowHasAllThatAreInsideAndNoMoreArrivalsThanAskedFor() {
    SimulationResult result = shop();
    List<RecordedRequest> all =
        result.timeline(0, new TimelineWindow.From(Duration.ZERO, 1_000_000)).requests();
    assertThat(all).hasSizeGreaterThan(3000);

    Timeline timeline = result.timeline(0, new TimelineWindow.AfterWarmUp(25));

    assertThat(timeline.from()).isEqualTo(Duration.ofSeconds(2));
    assertThat(timeline.requests())
        .filteredOn(each -> each.arrival().compareTo(timeline.from()) >= 0)
        .hasSize(25);
    assertThat(timeline.requests())
        .containsExactlyElementsOf(
            all.stream()
                .filter(each -> each.end().compareTo(timeline.from()) >= 0)
                .filter(each -> each.arrival().compareTo(timeline.to()) < 0)
                .toList());
    assertThat(timeline.omitted()).isZero();
  }

  @Test
  void aWindowAroundTheSlowestHasRoomForIt() {
    SimulationResult result = shop();
    int slowest = result.slowestRequests(0, 1).get(0).number();

    Timeline timeline = result.timeline(0, new TimelineWindow.AroundSlowest(2));

    assertThat(timeline.slowest()).contains(slowest);
    assertThat(timeline.requests()).extracting(RecordedRequest::number).contains(slowest);
    assertThat(timeline.requests())
        .filteredOn(each -> each.arrival().compareTo(timeline.from()) >= 0)
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void mistakesAreExplained() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop().timeline(2, TimelineWindow.afterWarmUp()))
        .withMessage("there is no replication 2; shop has those from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimelineWindow.AfterWarmUp(0))
        .withMessage("requests of a window must be at least 1, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimelineWindow.From(Duration.ofMillis(-1), 1))
        .withMessageContaining("cannot begin before the start");
  }
}
