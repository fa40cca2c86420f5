package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.annotations.Server;
import org.junit.jupiter.api.Test;

/** One class for each rule about endpoints and steps. */
class MethodMistakesTest {

  @ArrivalRate("1/s")
  static class WithParameters {
    @Endpoint
    void go(int times, String name) {}
  }

  @ArrivalRate("1/s")
  static class SameName {
    @Endpoint("GET /")
    void first() {}

    @Endpoint("GET /")
    void second() {}
  }

  @ArrivalRate("1/s")
  static class BlankName {
    @Endpoint(" ")
    void go() {}
  }

  @Test
  void endpointsHaveNoParametersAndNamesOfTheirOwn() {
    assertThat(Refusal.of(WithParameters.class))
        .containsExactly(
            "MethodMistakesTest.WithParameters.go @Endpoint: an endpoint takes no parameters, but"
                + " this one takes [int, String]; draw what varies with Flow.sample");
    assertThat(Refusal.of(SameName.class))
        .containsExactly(
            "MethodMistakesTest.SameName.second @Endpoint(value): 'GET /' is already the name of"
                + " MethodMistakesTest.SameName.first; give each endpoint a name of its own");
    assertThat(Refusal.of(BlankName.class))
        .containsExactly(
            "MethodMistakesTest.BlankName.go @Endpoint: the name of an endpoint must not be blank");
  }

  @ArrivalRate("1/s")
  static class BadTime {
    @CpuStep("1.5 msecs")
    void parse() {}

    @IoWait("lognormal(median=8ms)")
    void load() {}

    @RamStep("64 MBytes")
    void keep() {}

    @Endpoint
    void go() {
      parse();
    }
  }

  @Test
  void textsOfStepsAreChecked() {
    assertThat(Refusal.of(BadTime.class))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith("MethodMistakesTest.BadTime.parse @CpuStep(value): '1.5 msecs'"),
            one ->
                assertThat(one)
                    .startsWith(
                        "MethodMistakesTest.BadTime.load @IoWait(value): 'lognormal(median"),
            one ->
                assertThat(one)
                    .startsWith("MethodMistakesTest.BadTime.keep @RamStep(value): '64 MBytes'"));
  }

  @ArrivalRate("1/s")
  static class CpuAndIo {
    @CpuStep("1 ms")
    @IoWait("1 ms")
    void both() {}

    @Endpoint
    void go() {
      both();
    }
  }

  @ArrivalRate("1/s")
  static class AbstractStep {
    interface Gateway {
      @IoWait("1 ms")
      void charge();
    }

    private final Gateway gateway = () -> {};

    @Endpoint
    void go() {
      gateway.charge();
    }
  }

  @ArrivalRate("1/s")
  static class NativeStep {
    @CpuStep("1 ms")
    native void compute();

    @Endpoint
    void go() {}
  }

  @Test
  void aStepIsOneThingWithABody() {
    assertThat(Refusal.of(CpuAndIo.class))
        .containsExactly(
            "MethodMistakesTest.CpuAndIo.both @CpuStep: it stands beside @IoWait, and nobody can"
                + " tell which comes first; make two methods of it");
    String rest =
        ": a step must have a body, because it is recorded when its body is entered, but this"
            + " method is abstract or native; annotate the method that implements it";
    assertThat(Refusal.of(AbstractStep.class))
        .containsExactly("MethodMistakesTest.AbstractStep.Gateway.charge" + rest);
    assertThat(Refusal.of(NativeStep.class))
        .containsExactly("MethodMistakesTest.NativeStep.compute" + rest);
  }

  @ConnectionPool(name = "database", size = 1)
  @ConnectionPool(name = "cache", size = 1)
  @ArrivalRate("1/s")
  static class UnknownPool {
    @IoWait(value = "1 ms", pool = "databse")
    void load() {}

    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  static class NoPool {
    @IoWait(value = "1 ms", pool = "db")
    void load() {}

    @Endpoint
    void go() {
      load();
    }
  }

  @Test
  void aPoolMustBeKnown() {
    assertThat(Refusal.of(UnknownPool.class))
        .containsExactly(
            "MethodMistakesTest.UnknownPool.load @IoWait(pool): there is no pool 'databse'; the"
                + " pools are database, cache; did you mean 'database'?");
    assertThat(Refusal.of(NoPool.class))
        .containsExactly(
            "MethodMistakesTest.NoPool.load @IoWait(pool): there is no pool 'db'; the service has"
                + " no pools; add @ConnectionPool(name = \"db\", size = ...)");
  }

  @Server(ram = "1 GiB")
  @ArrivalRate("1/s")
  static class TooBig {
    @RamStep("2 GiB")
    void keep() {}

    @Endpoint
    void go() {
      keep();
    }
  }

  @Test
  void aRequestMustFitIntoMemory() {
    assertThat(Refusal.of(TooBig.class))
        .singleElement()
        .asString()
        .startsWith(
            "MethodMistakesTest.TooBig.keep @RamStep(value): a request needs '2 GiB', but a replica"
                + " has only 1")
        .endsWith("GiB (@Server(ram)); it could never start");
  }
}
