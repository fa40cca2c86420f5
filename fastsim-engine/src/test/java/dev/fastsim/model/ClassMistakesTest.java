package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.ThreadPool;
import dev.fastsim.annotations.UserCount;
import dev.fastsim.annotations.VirtualThreads;
import dev.fastsim.annotations.Workload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** One class for each rule about the class itself and its annotations. */
class ClassMistakesTest {

  @ArrivalRate("1/s")
  interface AnInterface {
    @Endpoint
    default void go() {}
  }

  @ArrivalRate("1/s")
  abstract static class AnAbstractClass {
    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  @SuppressWarnings("ClassCanBeStatic")
  class AnInnerClass {
    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  static class WithoutConstructor {
    WithoutConstructor(int size) {}

    @Endpoint
    void go() {}
  }

  @Test
  void aModelMustBeInstantiable() {
    assertThat(Refusal.of(AnInterface.class))
        .containsExactly(
            "ClassMistakesTest.AnInterface: it is an interface; a model must be a class that can be"
                + " instantiated");
    assertThat(Refusal.of(AnAbstractClass.class))
        .containsExactly(
            "ClassMistakesTest.AnAbstractClass: it is abstract; a model must be a class that can be"
                + " instantiated");
    assertThat(Refusal.of(AnInnerClass.class))
        .containsExactly(
            "ClassMistakesTest.AnInnerClass: it is an inner class, which needs an outer instance;"
                + " make it static");
    assertThat(Refusal.of(WithoutConstructor.class))
        .containsExactly(
            "ClassMistakesTest.WithoutConstructor: it has no constructor without parameters; add"
                + " one, of any visibility");
  }

  @ArrivalRate("1/s")
  static class WithoutEndpoint {
    @CpuStep("1 ms")
    void step() {}
  }

  @Test
  void aModelMustHaveAnEndpoint() {
    assertThat(Refusal.of(WithoutEndpoint.class))
        .containsExactly(
            "ClassMistakesTest.WithoutEndpoint: it has no endpoint; put @Endpoint on at least one"
                + " method");
  }

  static class WithoutTraffic {
    @Endpoint
    void go() {}
  }

  @Workload(users = 1, requestsPerMinutePerUser = 1)
  @ArrivalRate("1/s")
  static class WithTwoTraffics {
    @Endpoint
    void go() {}
  }

  @Test
  void trafficIsEitherAWorkloadOrAnArrivalRate() {
    assertThat(Refusal.of(WithoutTraffic.class))
        .containsExactly(
            "ClassMistakesTest.WithoutTraffic: it has no traffic; add @Workload(users = ...,"
                + " requestsPerMinutePerUser = ...) or @ArrivalRate(\"400/s\")");
    assertThat(Refusal.of(WithTwoTraffics.class))
        .containsExactly(
            "ClassMistakesTest.WithTwoTraffics @ArrivalRate: it stands beside @Workload, and"
                + " traffic can only be one of them; remove one");
  }

  @Workload(users = 1, requestsPerMinutePerUser = 1, userCount = UserCount.NORMAL)
  static class NormalWithoutSd {
    @Endpoint
    void go() {}
  }

  @Workload(users = 1, requestsPerMinutePerUser = 1, userSd = 2)
  static class SdWithoutNormal {
    @Endpoint
    void go() {}
  }

  @Workload(users = -1, requestsPerMinutePerUser = 1, window = "0 s")
  static class BadWindow {
    @Endpoint
    void go() {}
  }

  @ArrivalRate("400")
  static class BadRate {
    @Endpoint
    void go() {}
  }

  @Test
  void trafficIsCheckedAttributeByAttribute() {
    assertThat(Refusal.of(NormalWithoutSd.class))
        .containsExactly(
            "ClassMistakesTest.NormalWithoutSd @Workload(userSd): it is missing; userCount = NORMAL"
                + " needs the standard deviation of the number of users");
    assertThat(Refusal.of(SdWithoutNormal.class))
        .containsExactly(
            "ClassMistakesTest.SdWithoutNormal @Workload(userSd): it is 2.0, but userCount is"
                + " POISSON; only NORMAL has a standard deviation to set");
    assertThat(Refusal.of(BadWindow.class))
        .containsExactly(
            "ClassMistakesTest.BadWindow @Workload: users must be positive and finite, but is"
                + " -1.0");
    assertThat(Refusal.of(BadRate.class))
        .singleElement()
        .asString()
        .startsWith("ClassMistakesTest.BadRate @ArrivalRate(value): '400' is not a rate")
        .contains("400/s");
  }

  @ArrivalRate("1/s")
  @Simulation(duration = "1 min", warmUp = "60 s")
  static class AllWarmUp {
    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  @Simulation(replications = 8, maxReplications = 4)
  static class TooFewAtMost {
    @Endpoint
    void go() {}
  }

  @Test
  void runsMustLeaveSomethingToEstimateFrom() {
    assertThat(Refusal.of(AllWarmUp.class))
        .containsExactly(
            "ClassMistakesTest.AllWarmUp @Simulation(warmUp): it must be shorter than the duration,"
                + " '1 min', but is '60 s'");
    assertThat(Refusal.of(TooFewAtMost.class))
        .containsExactly(
            "ClassMistakesTest.TooFewAtMost @Simulation: maxReplications must be from replications"
                + " (8) to 100000, but is 4");
  }

  @Server(cores = 0, ram = "2 GB or so")
  @ConnectionPool(name = "db", size = 0, acquireTimeout = "soon")
  @Network(latency = "exponentail(3ms)", loss = "200%")
  @RateLimiter(permitsPerSecond = 0)
  @ArrivalRate("1/s")
  static class BadMachine {
    @Endpoint(weight = 0)
    @RateLimiter(permitsPerSecond = 1, burst = 0)
    void go() {}
  }

  @Test
  void allMistakesAreReportedAtOnceWithTheirPlace() {
    assertThat(Refusal.of(BadMachine.class))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith(
                        "ClassMistakesTest.BadMachine @Server(ram): '2 GB or so' is not a byte"
                            + " size"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "ClassMistakesTest.BadMachine @Server: cores must be from 1 to 10000, but"
                            + " is 0"),
            one ->
                assertThat(one)
                    .startsWith(
                        "ClassMistakesTest.BadMachine @ConnectionPool(acquireTimeout): 'soon' is"
                            + " not a duration"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "ClassMistakesTest.BadMachine @ConnectionPool: pool 'db': size must be at"
                            + " least 1, but is 0"),
            one ->
                assertThat(one)
                    .startsWith(
                        "ClassMistakesTest.BadMachine @Network(latency): 'exponentail(3ms)'")
                    .contains("did you mean exponential?"),
            one ->
                assertThat(one)
                    .startsWith(
                        "ClassMistakesTest.BadMachine @Network(loss): '200%' is not a share"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "ClassMistakesTest.BadMachine @RateLimiter: permitsPerSecond must be"
                            + " positive and finite, but is 0.0"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "ClassMistakesTest.BadMachine.go @RateLimiter: burst must be at least 1,"
                            + " but is 0"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "ClassMistakesTest.BadMachine.go @Endpoint: weight must be positive and"
                            + " finite, but is 0.0"));
  }

  @Test
  void theExceptionListsThemUnderTheNameOfTheModel() {
    assertThatExceptionOfType(InvalidModelException.class)
        .isThrownBy(() -> ServiceModel.read(WithoutTraffic.class))
        .withMessage(
            "model 'ClassMistakesTest.WithoutTraffic' has 1 mistake:%n  - %s",
            Refusal.of(WithoutTraffic.class).get(0));
  }

  @Server(cores = 2)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Small {}

  @Server(cores = 8)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Big {}

  @Small
  @Big
  @ArrivalRate("1/s")
  static class Ambiguous {
    @Endpoint
    void go() {}
  }

  @ConnectionPool(name = "db", size = 1)
  @ConnectionPool(name = "db", size = 2)
  @ArrivalRate("1/s")
  static class TwoPools {
    @Endpoint
    void go() {}
  }

  @Test
  void twoDifferentAnnotationsAtTheSameDistanceAreAmbiguous() {
    assertThat(Refusal.of(Ambiguous.class))
        .singleElement()
        .asString()
        .startsWith("ClassMistakesTest.Ambiguous @Server: it is ambiguous: @")
        .contains("cores=2", "cores=8")
        .endsWith("are equally near; put the one that is meant here");
    assertThat(Refusal.of(TwoPools.class))
        .singleElement()
        .asString()
        .startsWith("ClassMistakesTest.TwoPools @ConnectionPool: it is ambiguous: @")
        .contains("size=1", "size=2");
  }

  @ThreadPool(threads = 0)
  @ArrivalRate("1/s")
  static class NoThreads {
    @Endpoint
    void go() {}
  }

  @ThreadPool
  @VirtualThreads
  @ArrivalRate("1/s")
  static class TwoKindsOfThreads {
    @Endpoint
    void go() {}
  }

  @ThreadPool
  @Server(maxQueue = 5)
  @ArrivalRate("1/s")
  static class TwoLimits {
    @Endpoint
    void go() {}
  }

  @Test
  void threadsAreOfOneKindAndLimitWhoWaitsThemselves() {
    assertThat(Refusal.of(NoThreads.class))
        .containsExactly(
            "ClassMistakesTest.NoThreads @ThreadPool: threads must be at least 1, but is 0");
    assertThat(Refusal.of(TwoKindsOfThreads.class))
        .containsExactly(
            "ClassMistakesTest.TwoKindsOfThreads @VirtualThreads: the service has a @ThreadPool,"
                + " too; leave one of them out");
    assertThat(Refusal.of(TwoLimits.class))
        .containsExactly(
            "ClassMistakesTest.TwoLimits @Server: maxQueue must not be given for a thread pool, but"
                + " is 5; its acceptQueue limits who waits");
  }

  @ArrivalRate("1/s")
  static class StaticState {
    static int counter;
    static final int[] FINE = {0};

    @Endpoint
    void go() {
      Helper.step();
      Bystander.help();
    }
  }

  static final class Helper {
    static String last = "";

    private Helper() {}

    @CpuStep("1 ms")
    static void step() {}
  }

  static final class Bystander {
    static String seen = "";

    private Bystander() {}

    static void help() {}
  }

  @Test
  void staticStateIsRefusedInTheModelAndWhereStepsAre() {
    String rest =
        "' is not final: static state is shared between replications; make it an instance field,"
            + " or final";
    assertThat(Refusal.of(StaticState.class))
        .containsExactly(
            "ClassMistakesTest.StaticState: static field 'counter" + rest,
            "ClassMistakesTest.Helper: static field 'last" + rest);
  }

  @Test
  void aClassOfTheJdkIsNoModel() {
    assertThat(Refusal.of(String.class))
        .containsExactly(
            "String: its classes cannot be read: java.io.IOException: its class file is neither in"
                + " a folder nor in a jar");
  }
}
