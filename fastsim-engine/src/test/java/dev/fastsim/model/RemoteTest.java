package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalProcess;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.Remote;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import org.junit.jupiter.api.Test;

/** Models that call other models. */
class RemoteTest {

  @Server(cores = 2, replicas = 3)
  static class Stock {

    @CpuStep("7 ms")
    void work() {}

    @IoWait("2 ms")
    private void read() {}

    @Endpoint("GET /stock")
    void stock() {
      work();
      if (Flow.chance(0)) {
        read();
      }
    }

    @Endpoint
    protected void other() {
      read();
    }
  }

  @ArrivalRate(value = "1/s", process = ArrivalProcess.CONSTANT)
  @Simulation(duration = "100 s", warmUp = "0 s", replications = 1, maxReplications = 1)
  @ConnectionPool(name = "http", size = 5)
  static class Cart {

    @Remote(latency = "2 ms", pool = "http")
    private Stock stock;

    @CpuStep("1 ms")
    void work() {}

    @Endpoint("GET /cart")
    void cart() {
      work();
      stock.stock();
      if (Flow.chance(0)) {
        stock.other();
      }
      work();
    }
  }

  private static RunResult run(Class<?> model) {
    Scenario scenario = ServiceModel.read(model).scenario();
    return dev.fastsim.simulation.Simulation.run(scenario, 0, () -> false);
  }

  @Test
  void modelThatIsCalledIsAServiceOfItsOwn() {
    Scenario scenario = ServiceModel.read(Cart.class).scenario();
    assertThat(scenario.services())
        .extracting(Service::name)
        .containsExactly("RemoteTest.Cart", "RemoteTest.Stock");
    assertThat(scenario.links())
        .extracting(Link::name)
        .containsExactlyElementsOf(
            scenario.links().stream().map(it -> Link.nameOf(it.from(), it.to())).toList())
        .hasSize(2);
    Service stock = scenario.service("RemoteTest.Stock");
    assertThat(stock.server().replicas()).isEqualTo(3);
    assertThat(stock.steps())
        .extracting(Step::name)
        .containsExactlyInAnyOrder("RemoteTest.Stock.work", "RemoteTest.Stock.read");
    assertThat(scenario.service("RemoteTest.Cart").calls())
        .extracting(Step.Call::endpoint)
        .containsExactly("GET /stock", "other");
  }

  @Test
  void callTakesAsLongAsTheOtherServiceAndTheWayThereAndBack() {
    RunResult run = run(Cart.class);
    assertThat(run.latency().min()).isEqualTo(0.013);
    assertThat(run.latency().max()).isEqualTo(0.013);
    EndpointRun calls = run.services().get(1).calls().get(0);
    assertThat(calls.name()).isEqualTo("GET /stock");
    assertThat(calls.outcomes().completed()).isEqualTo(99);
    assertThat(calls.latency().max()).isEqualTo(0.007);
  }

  @ArrivalRate("1/s")
  static class Chain {
    @Remote private Link1 first;
    @Remote private Link2 second;

    @Endpoint
    void go() {
      first.go();
      second.go();
    }
  }

  static class Link1 {
    @Remote private Link2 next;

    @Endpoint
    void go() {
      next.go();
    }
  }

  static class Link2 {
    @CpuStep("1 ms")
    void work() {}

    @Endpoint
    void go() {
      work();
    }
  }

  @Test
  void modelThatIsCalledByTwoIsOneService() {
    assertThat(ServiceModel.read(Chain.class).scenario().services())
        .extracting(Service::name)
        .containsExactly("RemoteTest.Chain", "RemoteTest.Link1", "RemoteTest.Link2");
  }

  @ArrivalRate("1/s")
  static class Mistaken {
    @Remote private static Link2 shared;
    @Remote private String text;

    @Remote(latency = "2 parsecs", pool = "http")
    private Answering answering;

    @Remote private Link2 one;

    @Remote(latency = "1 ms")
    private Link2 two;

    @Endpoint
    void go() {}
  }

  static class Answering {
    @Endpoint
    int ask() {
      return 1;
    }

    @Endpoint
    void tell() {}
  }

  @Test
  void everyMistakeOfARemoteFieldIsReported() {
    assertThat(Refusal.of(Mistaken.class))
        .containsExactlyInAnyOrder(
            "RemoteTest.Mistaken @Remote: field 'shared': it is static, but is set anew for each"
                + " replication; make it an instance field",
            "RemoteTest.Mistaken: static field 'shared' is not final: static state is shared between"
                + " replications; make it an instance field, or final",
            "RemoteTest.Mistaken @Remote: field 'text': String is no model class of this project",
            "RemoteTest.Mistaken @Remote: field 'answering': latency: '2 parsecs' is not a"
                + " distribution: column 1: '2 parsecs' is not a duration: unknown unit 'parsecs';"
                + " expected a number and one of ns, us, ms, s, min, h, d, e.g. \"1.5 ms\"",
            "RemoteTest.Mistaken @Remote: field 'answering': there is no pool 'http' in"
                + " RemoteTest.Mistaken, which calls; its pools are []",
            "RemoteTest.Mistaken @Remote: field 'answering': RemoteTest.Answering.ask returns int,"
                + " but what it answers is not known when the call is recorded; let it return"
                + " nothing",
            "RemoteTest.Mistaken @Remote: field 'two': 'one' says something else of the way to"
                + " RemoteTest.Link2, and there is one way only; let them agree");
  }

  @ArrivalRate("1/s")
  static class Here {
    @Remote private There there;

    @Endpoint
    void go() {
      there.go();
    }
  }

  static class There {
    @Remote private Here here;

    @Endpoint
    void go() {
      here.go();
    }
  }

  @Test
  void modelsMustNotCallEachOtherInACircle() {
    assertThat(Refusal.of(Here.class))
        .singleElement()
        .asString()
        .contains("services call each other in a circle: [RemoteTest.Here, RemoteTest.There]");
  }

  @ArrivalRate("1/s")
  static class CallsWhatHasNoEndpoint {
    @Remote private Deaf deaf;

    @Endpoint
    void go() {}
  }

  static class Deaf {
    Deaf(int size) {}
  }

  @Test
  void whatIsCalledMustBeAModel() {
    assertThat(Refusal.of(CallsWhatHasNoEndpoint.class))
        .containsExactlyInAnyOrder(
            "RemoteTest.Deaf: it has no constructor without parameters; add one, of any visibility",
            "RemoteTest.Deaf: it has no endpoint; put @Endpoint on at least one method");
  }
}
