package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Pause;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Surge;
import dev.fastsim.annotations.Workload;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** What a model has from its superclasses, interfaces and from annotations on annotations. */
class InheritanceTest {

  @Retention(RetentionPolicy.RUNTIME)
  @IoWait(value = "2 ms", pool = "db")
  @interface Query {}

  @Retention(RetentionPolicy.RUNTIME)
  @Loop
  @LatencySla(p99 = "50 ms")
  @interface Fast {}

  @Retention(RetentionPolicy.RUNTIME)
  @Fast
  @Endpoint("meta")
  @interface Loop {}

  @Retention(RetentionPolicy.RUNTIME)
  @Server(cores = 4)
  @ConnectionPool(name = "db", size = 5)
  @interface TeamMachine {}

  @Workload(users = 5, requestsPerMinutePerUser = 60)
  @LatencySla(mean = "10 ms")
  interface Conventions {
    @Endpoint
    default void ping() {}
  }

  @TeamMachine
  @ConnectionPool(name = "cache", size = 2)
  @ArrivalRate("1/s")
  abstract static class Base {

    @Endpoint
    private void health() {
      check();
    }

    @Endpoint
    void replaced() {
      check();
    }

    @Endpoint
    void gone() {}

    @Endpoint
    protected void kept() {
      check();
      template();
    }

    abstract void template();

    @CpuStep("1 ms")
    private void check() {}
  }

  @Workload(users = 7, requestsPerMinutePerUser = 60)
  @ConnectionPool(name = "db", size = 50)
  static class Derived extends Base implements Conventions {

    @Endpoint("replaced")
    @Override
    void replaced() {
      template();
    }

    @Override
    void gone() {}

    @Query
    @Override
    void template() {}

    @Loop
    void meta() {}
  }

  @Outage(start = "1 s", duration = "1 s")
  @Pause(start = "1 s", duration = "1 s")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Friday {}

  @Surge(start = "1 s", duration = "1 s", factor = 2)
  @ArrivalRate("1/s")
  static class Shop {
    @Endpoint
    void get() {}
  }

  @Friday
  @Outage(start = "2 s", duration = "1 s")
  @Outage(start = "3 s", duration = "1 s")
  static class ShopOnFriday extends Shop {}

  @Surge(start = "4 s", duration = "1 s", factor = 3)
  static class ShopOnBlackFriday extends ShopOnFriday {}

  private final ServiceModel model = ServiceModel.read(Derived.class);

  @Test
  void endpointsAreInheritedUnlessTheyAreOverridden() {
    assertThat(model.endpoints())
        .extracting(EndpointModel::name)
        .containsExactly("ping", "health", "kept", "replaced", "meta");
    assertThat(Trace.of(model)).containsExactly("check", "check", "template", "template");
  }

  @Test
  void theNearestAnnotationOnTheClassWins() {
    Scenario scenario = model.scenario();

    assertThat(scenario.services().get(0).server().cores()).isEqualTo(4);
    assertThat(scenario.workload().meanRate()).isEqualTo(7);
    assertThat(scenario.services().get(0).pools())
        .extracting(pool -> pool.name() + " " + pool.size())
        .containsExactly("db 50", "cache 2");
  }

  @Test
  void theNearestFaultsOfAKindReplaceOthers() {
    assertThat(ServiceModel.read(ShopOnFriday.class).scenario().faults())
        .extracting(fault -> fault.start().toSeconds() + " " + fault.text())
        .containsExactly(
            "2 outage of InheritanceTest.ShopOnFriday, drained",
            "3 outage of InheritanceTest.ShopOnFriday, drained",
            "1 pause of InheritanceTest.ShopOnFriday",
            "1 2 times the traffic");
    assertThat(ServiceModel.read(ShopOnBlackFriday.class).scenario().faults())
        .extracting(fault -> fault.start().toSeconds() + " " + fault.text())
        .containsExactly(
            "2 outage of InheritanceTest.ShopOnBlackFriday, drained",
            "3 outage of InheritanceTest.ShopOnBlackFriday, drained",
            "1 pause of InheritanceTest.ShopOnBlackFriday",
            "4 3 times the traffic");
  }

  @Test
  void annotationsOnAnnotationsCountAndCyclesEnd() {
    assertThat(objectives("meta")).containsExactly("p99 <= 50 ms");
  }

  @Test
  void theLatencySlaOfTheClassIsTheDefaultForItsEndpoints() {
    assertThat(objectives("ping")).containsExactly("mean <= 10 ms");
    assertThat(objectives("replaced")).containsExactly("mean <= 10 ms");
  }

  private java.util.List<String> objectives(String endpoint) {
    return model.endpoints().stream()
        .filter(each -> each.name().equals(endpoint))
        .flatMap(each -> each.objectives().stream())
        .map(Objective::text)
        .map(text -> text.replace(".0 ms", " ms"))
        .toList();
  }
}
