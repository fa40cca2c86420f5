package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UserCount;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.annotations.Workload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * Model classes to run the engine on. They are nested, so that Surefire leaves them alone: some are
 * meant to fail.
 */
final class Specs {

  private Specs() {}

  /** 50 requests a second for 20 s, twice. */
  @Workload(users = 50, requestsPerMinutePerUser = 60, userCount = UserCount.CONSTANT)
  @Simulation(duration = "20 s", warmUp = "2 s", replications = 2, maxReplications = 4)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Brief {}

  /** Keeps all it promises. */
  @Brief
  @ConnectionPool(name = "db", size = 20)
  @UtilizationSla(cpu = "70%", pools = "80%")
  @ReadyQueueLagSla(p99 = "100 ms")
  @ThroughputSla(min = "20/s")
  @ErrorRateSla(max = "1%")
  static class Checkout {

    @CpuStep("1 ms")
    void parse() {}

    @IoWait(value = "5 ms", pool = "db")
    void load() {}

    @Endpoint("POST /checkout")
    @LatencySla(p95 = "120 ms", p99 = "250 ms")
    @ErrorRateSla(max = "0.5%")
    void checkout() {
      parse();
      load();
    }

    @Endpoint("GET /health")
    void health() {
      parse();
    }
  }

  /** Breaks one of its two promises to its endpoint and keeps the one of the service. */
  @Brief
  @UtilizationSla(cpu = "70%")
  static class Slow {

    @IoWait("50 ms")
    void dawdle() {}

    @Endpoint("GET /report")
    @LatencySla(mean = "10 ms", max = "1 s")
    void report() {
      dawdle();
    }
  }

  /** Breaks the promise of the service. */
  @Brief
  @UtilizationSla(cpu = "2%")
  static class Busy {

    @CpuStep("5 ms")
    void compute() {}

    @Endpoint("GET /primes")
    void primes() {
      compute();
    }
  }

  /** Has too few requests for so high a percentile. */
  @Brief
  static class Unclear {

    @IoWait("5 ms")
    void look() {}

    @Endpoint("GET /rare")
    @LatencySla(p999 = "20 ms")
    void rare() {
      look();
    }
  }

  /** Names a pool that does not exist, and a limit that is not a duration. */
  @Brief
  @UtilizationSla(cpu = "70%")
  static class Mistaken {

    @IoWait(value = "5 ms", pool = "nowhere")
    void load() {}

    @Endpoint("GET /mistake")
    @LatencySla(p95 = "12 parsecs", p99 = "80 ms")
    void mistake() {
      load();
    }

    @Endpoint("GET /fine")
    void fine() {}
  }

  /** Fails only some simulated seconds into the run. */
  @Brief
  static class Exploding {

    @Endpoint("GET /bomb")
    @LatencySla(p95 = "20 ms", p99 = "80 ms")
    void bomb() {
      if (Flow.now().toSeconds() >= 5) {
        throw new IllegalStateException("boom");
      }
    }
  }

  /** What subclasses inherit. */
  @Brief
  @LatencySla(p95 = "30 ms")
  @UtilizationSla(cpu = "90%")
  abstract static class Base {

    @IoWait("5 ms")
    void load() {}

    @Endpoint("GET /inherited")
    void inherited() {
      load();
    }
  }

  /** Adds an endpoint with a limit of its own. */
  static class Derived extends Base {

    @Endpoint("GET /own")
    @LatencySla(
        mean = "20 ms",
        p999 = "1 s",
        percentiles = @Percentile(value = 99.5, limit = "300 ms"))
    void own() {
      load();
    }
  }

  /** A word of one's own. */
  @Endpoint("GET /word")
  @LatencySla(p95 = "30 ms")
  @Tag("read")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Read {}

  /** Is written in a word of one's own. */
  @Brief
  static class Composed {

    @Read
    void word() {}
  }

  /** Carries Jupiter's annotations. */
  @Brief
  @Tag("shop")
  @DisplayName("The shop")
  static class Annotated {

    @IoWait("5 ms")
    void load() {}

    @Endpoint("GET /cart")
    @LatencySla(p95 = "30 ms")
    @Tag("cart")
    @DisplayName("the cart")
    void cart() {
      load();
    }

    @Endpoint("GET /broken")
    @LatencySla(p95 = "1 ms")
    @Disabled("not ours to fix")
    void broken() {
      load();
    }
  }

  /** Would be cancelled if it were run. */
  @Brief
  @Disabled
  static class AllDisabled {

    AllDisabled() {
      Probe.made();
    }

    @Endpoint
    void nothing() {}
  }

  /** Everything in it is disabled, though it is not. */
  @Brief
  static class EndpointsDisabled {

    EndpointsDisabled() {
      Probe.made();
    }

    @Endpoint
    @Disabled("later")
    @LatencySla(p95 = "1 ms")
    void nothing() {}
  }

  /** Tells when an instance of it is made. */
  @Brief
  @Simulation(duration = "60 min", replications = 2, maxReplications = 2)
  static class Probed {

    Probed() {
      Probe.made();
    }

    @Endpoint
    @LatencySla(p95 = "1 ms")
    void probe() {}
  }

  /** Has an endpoint that takes a parameter. */
  @Brief
  static class WithParameter {

    @Endpoint
    void lookUp(String name) {}
  }

  /** Has a tag that is none. */
  @Brief
  @Tag("two words")
  static class BadTag {

    @Endpoint
    void nothing() {}
  }

  /** Cannot be made without an outer instance. */
  @SuppressWarnings("ClassCanBeStatic")
  class Inner {

    @Endpoint
    void nothing() {}
  }

  /** No model. */
  static class Plain {

    void nothing() {}
  }

  /** Wraps the engine. */
  @Suite
  @IncludeEngines("fastsim")
  @SelectClasses({Checkout.class, Slow.class})
  static class WholeSuite {}
}
