package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.call;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests at equal distances, and the calls that are made for them. */
class CallsTest {

  private static ScenarioBuilder arrivals(double perSecond) {
    return Scenario.builder("calls")
        .workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
        .runs(new RunPlan(Duration.ofSeconds(100), Duration.ZERO, 1, 1, 1));
  }

  private static RunResult run(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  @Test
  void requestGoesOnWhenItHasTheAnswer() {
    RunResult run =
        run(
            arrivals(1)
                .service(
                    "cart",
                    cart ->
                        cart.endpoint(
                            "GET /cart",
                            cpu("parse", "1 ms"),
                            call("stock", "GET /stock", "2 ms"),
                            cpu("render", "3 ms")))
                .service("stock", stock -> stock.endpoint("GET /stock", io("read", "7 ms"))));
    assertThat(run.latency().min()).isEqualTo(0.015);
    assertThat(run.latency().max()).isEqualTo(0.015);
    assertThat(run.outcomes().completed()).isEqualTo(99);
    assertThat(run.endpoints().get(0).breakdown().shares(1))
        .extracting(share -> share.category() + " " + Math.round(share.share() * 15) + " ms")
        .containsExactlyInAnyOrder(
            "read 7 ms", "call stock GET /stock 4 ms", "render 3 ms", "parse 1 ms");
  }

  @Test
  void calleeCountsItsCallsAndClientsCountTheirRequests() {
    RunResult run =
        run(
            arrivals(1)
                .service(
                    "cart",
                    cart ->
                        cart.endpoint(
                            "GET /cart", call("stock", "b", "2 ms"), call("stock", "b", "2 ms")))
                .service(
                    "stock",
                    stock ->
                        stock
                            .endpoint("a", io("never", "1 ms"))
                            .endpoint("b", io("read", "7 ms"))));
    assertThat(run.outcomes().offered()).isEqualTo(100);
    assertThat(run.services().get(0).calls()).isEmpty();
    EndpointRun unused = run.services().get(1).calls().get(0);
    EndpointRun used = run.services().get(1).calls().get(1);
    assertThat(unused.outcomes()).isEqualTo(Outcomes.NONE);
    assertThat(used.name()).isEqualTo("b");
    assertThat(used.outcomes().offered()).isEqualTo(198);
    assertThat(used.outcomes().completed()).isEqualTo(198);
    assertThat(used.latency().max()).isEqualTo(0.007);
  }

  /** 40 ms of computing and 50 ms of waiting for each request, 20 of them a second. */
  @Test
  void coreIsFreeWhileItsRequestWaitsForAnAnswer() {
    RunResult run =
        run(
            arrivals(20)
                .service(
                    "cart",
                    cart ->
                        cart.endpoint(
                            "GET /cart",
                            cpu("parse", "20 ms"),
                            call("stock", "GET /stock"),
                            cpu("render", "20 ms")))
                .service("stock", stock -> stock.endpoint("GET /stock", io("read", "50 ms"))));
    assertThat(run.services().get(0).replicas().get(0).coresHeld().mean())
        .isCloseTo(0.8, within(0.01));
    assertThat(run.services().get(0).replicas().get(0).ioInFlight().mean())
        .isCloseTo(1, within(0.2));
    assertThat(run.outcomes().inFlight()).isLessThan(5);
  }

  @Test
  void connectionIsHeldUntilTheAnswerIsThere() {
    Step call =
        new Step.Call("ask", "stock", "GET /stock", new Constant(0.01), Optional.of("http"));
    RunResult run =
        run(
            arrivals(10)
                .service(
                    "cart",
                    cart -> cart.pool("http", 1, Duration.ofSeconds(1)).endpoint("GET /cart", call))
                .service("stock", stock -> stock.endpoint("GET /stock", io("read", "30 ms"))));
    assertThat(run.services().get(0).pools().get(0).inUse().get(0).mean())
        .isCloseTo(0.5, within(0.01));
  }

  @Test
  void callThatIsRejectedFailsItsCaller() {
    RunResult run =
        run(
            arrivals(100)
                .service("cart", cart -> cart.endpoint("GET /cart", call("stock", "GET /stock")))
                .service(
                    "stock",
                    stock -> stock.maxQueue(0).endpoint("GET /stock", cpu("look up", "15 ms"))));
    Outcomes calls = run.services().get(1).calls().get(0).outcomes();
    assertThat(run.outcomes().rejected()).isEqualTo(calls.rejected()).isBetween(4990L, 5010L);
    assertThat(run.outcomes().completed()).isEqualTo(calls.completed());
  }

  @Test
  void callToAServiceThatIsKilledFailsItsCaller() {
    RunResult run =
        run(
            arrivals(10)
                .service("cart", cart -> cart.endpoint("GET /cart", call("stock", "GET /stock")))
                .service("stock", stock -> stock.endpoint("GET /stock", io("read", "1 s")))
                .fault(
                    new Fault.Outage(
                        "stock",
                        1,
                        Fault.Outage.Mode.KILL,
                        Duration.ofMillis(50_050),
                        Duration.ofMillis(1))));
    assertThat(run.outcomes().dropped()).isEqualTo(10);
    assertThat(run.outcomes().rejected()).isZero();
    assertThat(run.services().get(1).calls().get(0).outcomes().dropped()).isEqualTo(10);
  }

  /** A call is one span, however many cores and queues it passes behind. */
  @Test
  void recordedRequestSaysWhenItWaitedForAnAnswer() {
    Scenario scenario =
        arrivals(1)
            .service(
                "cart",
                cart ->
                    cart.endpoint(
                        "GET /cart",
                        cpu("parse", "1 ms"),
                        call("stock", "GET /stock", "2 ms"),
                        cpu("render", "3 ms")))
            .service("stock", stock -> stock.endpoint("GET /stock", cpu("look up", "7 ms")))
            .build();
    Recorder recorder = new Recorder(scenario, new Selection.Numbered(Set.of(2)));
    Simulation.record(scenario, 0, recorder, () -> false);
    assertThat(recorder.recorded())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.spans())
                    .extracting(span -> span.name() + " " + span.length().toMillis())
                    .containsExactly("parse 1", "call stock GET /stock 11", "render 3"));
  }

  @Test
  void whatIsCalledMayCall() {
    RunResult run =
        run(
            arrivals(1)
                .service("a", a -> a.endpoint("a", call("b", "b", "1 ms"), cpu("a", "1 ms")))
                .service("b", b -> b.endpoint("b", call("c", "c", "2 ms"), cpu("b", "2 ms")))
                .service("c", c -> c.endpoint("c", cpu("c", "4 ms"))));
    assertThat(run.latency().max()).isEqualTo(0.013);
    assertThat(run.endpoints().get(0).breakdown().shares(1))
        .extracting(share -> share.category() + " " + Math.round(share.share() * 13) + " ms")
        .containsExactlyInAnyOrder("call b b 2 ms", "call c c 4 ms", "a 1 ms", "b 2 ms", "c 4 ms");
  }
}
