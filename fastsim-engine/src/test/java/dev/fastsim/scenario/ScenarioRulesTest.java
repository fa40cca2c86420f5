package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioRulesTest {

  private static ScenarioBuilder shop() {
    return Scenario.builder("shop").poissonArrivals(10);
  }

  private static List<String> mistakes(ScenarioBuilder scenario) {
    return catchThrowableOfType(InvalidScenarioException.class, scenario::build).mistakes();
  }

  @Test
  void serviceNeedsAnEndpoint() {
    assertThat(mistakes(shop()))
        .containsExactly("there is no endpoint in 'shop'; a service needs at least one");
  }

  @Test
  void serviceNeedsAWorkload() {
    assertThat(mistakes(Scenario.builder("shop").endpoint("buy")))
        .containsExactly("there is no workload");
  }

  @Test
  void endpointsHaveDifferentNames() {
    assertThat(mistakes(shop().endpoint("buy").endpoint("buy")))
        .containsExactly("there are two endpoints named 'buy'");
  }

  @Test
  void poolsHaveDifferentNames() {
    assertThat(
            mistakes(
                shop().pool("db", 1, Duration.ZERO).pool("db", 2, Duration.ZERO).endpoint("buy")))
        .containsExactly("there are two connection pools named 'db'");
  }

  @Test
  void noStepHasTheNameOfAWait() {
    assertThat(
            mistakes(
                shop()
                    .pool("db", 1, Duration.ZERO)
                    .endpoint("buy", cpu("ready queue", "1 ms"), cpu("pool db wait", "1 ms"))))
        .containsExactly(
            "a step is named 'ready queue', which is what results call a wait; give it another name",
            "a step is named 'pool db wait', which is what results call a wait; give it another"
                + " name");
  }

  @Test
  void stepsOfOneNameAreTheSameStep() {
    assertThat(
            mistakes(shop().endpoint("buy", cpu("a", "1 ms")).endpoint("sell", cpu("a", "2 ms"))))
        .singleElement()
        .asString()
        .startsWith("there are two different steps named 'a': Cpu[name=a, ")
        .contains(" and Cpu[name=a, ");
    assertThat(
            shop()
                .endpoint("buy", cpu("a", "1 ms"))
                .endpoint("sell", cpu("a", "1 ms"), cpu("b", "1 ms"))
                .build()
                .steps())
        .extracting(Step::name)
        .containsExactly("a", "b");
  }

  @Test
  void stepTakesItsConnectionFromAPoolThatExists() {
    assertThat(mistakes(shop().endpoint("buy", io("load", "1 ms", "db"))))
        .containsExactly(
            "step 'load' takes a connection from pool 'db', but the service has no pools");
    assertThat(
            mistakes(
                shop()
                    .pool("dc", 1, Duration.ZERO)
                    .pool("bd", 1, Duration.ZERO)
                    .endpoint("buy", io("load", "1 ms", "db"))))
        .containsExactly(
            "step 'load' takes a connection from pool 'db', but the service's pools are [bd, dc]");
  }

  @Test
  void requestFitsIntoMemory() {
    assertThat(mistakes(shop().ram(100).endpoint("buy", ram("a", 60), ram("b", 41))))
        .containsExactly(
            "a request to 'buy' needs 101 B of memory, but a replica has only 100 B; it could never"
                + " start");
    assertThat(shop().ram(101).endpoint("buy", ram("a", 60), ram("b", 41)).build()).isNotNull();
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                shop()
                    .endpoint("buy", io("load", "1 ms", "db"))
                    .endpoint("buy", io("store", "1 ms", "mq"))
                    .build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessage(
            String.join(
                System.lineSeparator() + "  - ",
                "scenario 'shop' has 3 mistakes:",
                "there are two endpoints named 'buy'",
                "step 'load' takes a connection from pool 'db', but the service has no pools",
                "step 'store' takes a connection from pool 'mq', but the service has no pools"));
  }
}
