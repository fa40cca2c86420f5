package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.call;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.random.Constant;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class CallRulesTest {

  private static final Step WORK = cpu("work", "1 ms");

  private static ScenarioBuilder shop() {
    return Scenario.builder("shop").poissonArrivals(1);
  }

  private static AbstractThrowableAssert<?, ?> refused(ScenarioBuilder scenario) {
    return assertThatThrownBy(scenario::build).isInstanceOf(InvalidScenarioException.class);
  }

  @Test
  void serviceThatNoOtherCallsIsTheOneThatClientsReach() {
    Scenario scenario =
        shop()
            .service("stock", stock -> stock.endpoint("read", WORK))
            .service("cart", cart -> cart.endpoint("GET /cart", call("stock", "read")))
            .build();
    assertThat(scenario.entryServices()).extracting(Service::name).containsExactly("cart");
    assertThat(scenario.links()).extracting(Link::to).containsExactly("cart", Link.CLIENTS);
  }

  @Test
  void calleeMustExist() {
    refused(shop().service("cart", cart -> cart.endpoint("GET /cart", call("stock", "read"))))
        .hasMessageContaining(
            "call 'call stock read' of 'cart' refers to service 'stock', but there is only cart");
  }

  @Test
  void endpointMustExist() {
    refused(
            shop()
                .service("cart", cart -> cart.endpoint("GET /cart", call("stock", "read")))
                .service("stock", stock -> stock.endpoint("write", WORK)))
        .hasMessageContaining(
            "call 'call stock read' of 'cart' refers to endpoint 'read', but there is only write");
  }

  @Test
  void callsMustNotGoRoundInCircles() {
    refused(
            shop()
                .service("a", a -> a.endpoint("a", call("b", "b")))
                .service("b", b -> b.endpoint("b", call("c", "c")))
                .service("c", c -> c.endpoint("c", call("b", "b")))
                .link("clients", "a", "0 ms")
                .link("a", "clients", "0 ms"))
        .hasMessageContaining("services call each other in a circle: [b, c]");
  }

  @Test
  void whatIsOnlyCalledAnswersAndSendsNothingOn() {
    refused(
            shop()
                .service("a", a -> a.endpoint("a", call("b", "b")))
                .service("b", b -> b.endpoint("b", WORK))
                .link("clients", "a", "0 ms")
                .link("a", "clients", "0 ms")
                .link("b", "clients", "0 ms"))
        .hasMessageContaining("a link leaves 'b', but it is only called, and answers its callers");
  }

  @Test
  void poolMustBeTheCallers() {
    Step call = new Step.Call("ask", "b", "b", new Constant(0), Optional.of("http"));
    refused(
            shop()
                .service("a", a -> a.endpoint("a", call))
                .service("b", b -> b.endpoint("b", WORK)))
        .hasMessageContaining(
            "step 'ask' takes a connection from pool 'http', but the service has no pools");
  }
}
