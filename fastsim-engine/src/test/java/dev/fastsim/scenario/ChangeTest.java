package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.random.Exponential;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes make another scenario of one, and know what there is to change. */
class ChangeTest {

  private static final Metric P95 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));

  private static ScenarioBuilder shop() {
    return Scenario.builder("shop")
        .cores(1)
        .ram(1000)
        .pool("db", 20, Duration.ofSeconds(1))
        .poissonArrivals(100)
        .endpoint(
            "GET /", cpu("parse", "1 ms"), io("load", "exponential(8 ms)", "db"), ram("page", 10));
  }

  private static final Scenario SHOP = shop().build();

  @Test
  void eachChangesOneThingAndNothingElse() {
    assertThat(Change.cores("shop", 4).applyTo(SHOP)).isEqualTo(shop().cores(4).build());
    assertThat(Change.replicas("shop", 3).applyTo(SHOP))
        .isEqualTo(shop().replicas(3, BalancingPolicy.ROUND_ROBIN).build());
    assertThat(Change.ram("shop", 2000).applyTo(SHOP)).isEqualTo(shop().ram(2000).build());
    assertThat(Change.traffic(2.5).applyTo(SHOP)).isEqualTo(shop().poissonArrivals(250).build());
    assertThat(Change.pool("shop", "db", 40).applyTo(SHOP).service("shop").pools())
        .containsExactly(new ConnectionPool("db", 40, Duration.ofSeconds(1)));
    assertThat(Change.step("load", 0.5).applyTo(SHOP).steps())
        .contains(new Step.Io("load", new Exponential(0.004), Optional.of("db"), false))
        .contains(SHOP.steps().get(0));
    Fault surge = new Fault.Surge(2, Duration.ofSeconds(60), Duration.ofSeconds(30));
    assertThat(Change.fault(surge).applyTo(SHOP)).isEqualTo(shop().fault(surge).build());
  }

  @Test
  void threadsAreChangedWhereThereIsAPoolOfThem() {
    Concurrency fifty = new Concurrency.ThreadPool(50, 10);
    Scenario pooled = shop().concurrency(fifty).build();
    Change change = Change.threads("shop", 80);
    assertThat(change.applyTo(pooled))
        .isEqualTo(shop().concurrency(new Concurrency.ThreadPool(80, 10)).build());
    assertThat(change.text(pooled)).isEqualTo("threads 50 -> 80");
    assertThatThrownBy(() -> change.applyTo(SHOP))
        .hasMessage("service 'shop' has no thread pool, and so no number of threads");
  }

  @Test
  void moreTrafficOfUsersIsMoreRequestsOfEachUser() {
    Workload.Users users =
        new Workload.Users(
            100, 60, Duration.ofMinutes(1), new Workload.Users.Count.RectifiedNormal(10));
    assertThat(users.times(2))
        .isEqualTo(new Workload.Users(100, 120, Duration.ofMinutes(1), users.count()));
    assertThat(users.times(2).meanRate()).isEqualTo(2 * users.meanRate());
  }

  @Test
  void eachSaysWhatItChanges() {
    List<Change> changes =
        List.of(
            Change.cores("shop", 2),
            Change.replicas("shop", 3),
            Change.ram("shop", 2048),
            Change.pool("shop", "db", 40),
            Change.traffic(2),
            Change.step("load", 0.5),
            Change.fault(new Fault.Surge(2, Duration.ofSeconds(60), Duration.ofSeconds(30))));
    assertThat(changes)
        .extracting(change -> change.text(SHOP))
        .containsExactly(
            "cores 1 -> 2",
            "replicas 1 -> 3",
            "ram 1000 B -> 2 KiB",
            "pool db 20 -> 40",
            "traffic x 2",
            "step load x 0.5",
            "2 times the traffic at 60 s .. 90 s");
  }

  @Test
  void whereThereAreSeveralServicesItIsSaidWhich() {
    Scenario two =
        Scenario.builder("shop")
            .service("a", a -> a.endpoint("GET /", cpu("first", "1 ms")))
            .service("b", b -> b.endpoint("store", cpu("second", "1 ms")))
            .link("clients", "a", "1 ms")
            .link("a", "b", "1 ms")
            .link("b", "clients", "1 ms")
            .poissonArrivals(100)
            .build();
    assertThat(Change.cores("b", 2).text(two)).isEqualTo("cores of b 1 -> 2");
    assertThat(Change.cores("b", 2).applyTo(two).service("a").server().cores()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cores | shpo | there is no service 'shpo'; there is only shop; did you mean 'shop'?",
        "pool  | bd   | there is no pool 'bd'; there is only db",
        "step  | lod  | there is no step 'lod'; there is only parse, load; did you mean 'load'?",
        "step  | page | step 'page' uses memory and takes no time",
      })
  void whatThereIsNotIsRefusedWithWhatMayHaveBeenMeant(String kind, String name, String message) {
    Change change =
        switch (kind) {
          case "cores" -> Change.cores(name, 2);
          case "pool" -> Change.pool("shop", name, 2);
          default -> Change.step(name, 2);
        };
    assertThatThrownBy(() -> change.applyTo(SHOP)).hasMessageStartingWith(message);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Change.cores("shop", 0).applyTo(SHOP))
        .hasMessage("cores must be from 1 to 10000, but is 0");
    assertThatThrownBy(() -> new Change.Setting(new Parameter.Cores("shop"), 1.5).applyTo(SHOP))
        .hasMessage("cores must be a whole number, but is 1.5");
    assertThatThrownBy(() -> Change.traffic(0).applyTo(SHOP))
        .hasMessage("the factor of the traffic must be positive and finite, but is 0.0");
    assertThatThrownBy(() -> Change.step("load", Double.NaN).applyTo(SHOP))
        .hasMessage("the factor of a step's time must be positive and finite, but is NaN");
    assertThatThrownBy(() -> Change.ram("shop", 5).applyTo(SHOP))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("needs 10 B of memory, but a replica has only 5 B");
  }

  @Test
  void whatIfsAreMadeOfChangesAndHoldTheSamePromisesUnlessTheySayOtherwise() {
    Metric errors = new Metric.ErrorRate(Optional.empty());
    Scenario scenario =
        shop()
            .objective(P95, 0.1)
            .objective(new Objective(errors, 0.01, Optional.of(List.of("slow database"))))
            .whatIf("Black Friday", Change.traffic(2), Change.cores("shop", 2))
            .whatIf("slow database", Change.step("load", 2))
            .build();

    Scenario friday = scenario.whatIf("Black Friday");

    assertThat(friday)
        .isEqualTo(
            shop()
                .cores(2)
                .poissonArrivals(200)
                .objective(P95, 0.1)
                .build()
                .withName("shop: Black Friday"));
    assertThat(scenario.whatIfNamed("Black Friday").text(scenario))
        .isEqualTo("traffic x 2, cores 1 -> 2");
    assertThat(scenario.whatIf("slow database").objectives())
        .extracting(Objective::metric)
        .containsExactly(P95, errors);
  }

  @Test
  void everyMistakeInWhatIfsIsReportedAtOnce() {
    ScenarioBuilder mistaken =
        shop()
            .objective(new Objective(P95, 0.1, Optional.of(List.of("Friday"))))
            .whatIf("twice", Change.traffic(2))
            .whatIf("twice", Change.cores("shop", -1), Change.pool("shop", "bd", 2));
    assertThatThrownBy(mistaken::build)
        .isInstanceOfSatisfying(
            InvalidScenarioException.class,
            invalid ->
                assertThat(invalid.mistakes())
                    .containsExactly(
                        "there are two what-ifs named 'twice'",
                        "the objective 'p95 <= 100 ms' refers to what-if 'Friday', but there is only twice, twice",
                        "the what-if 'twice': cores must be from 1 to 10000, but is -1",
                        "the what-if 'twice': there is no pool 'bd'; there is only db"));
    assertThatThrownBy(() -> shop().whatIf("nothing"))
        .hasMessage("the what-if 'nothing' changes nothing; give changes");
    assertThatThrownBy(() -> SHOP.whatIf("Friday"))
        .hasMessage("there is no what-if 'Friday'; there is none");
  }
}
