package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.ThreadPool;
import dev.fastsim.annotations.VirtualThreads;
import dev.fastsim.annotations.WhatIf;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A thread for each request, as in Tomcat: who waits for a database holds one.
 *
 * <p>220 requests a second that take 87 ms each keep 19 of 20 threads busy, while the cores do next
 * to nothing. So most of the time goes by in the accept queue, before a request is even looked at.
 * Tomcat's own 200 threads are enough ({@link Tomcat}); so are virtual threads, which hold nothing
 * while they wait ({@link Loom}). More cores would be no help at all.
 */
class Example_23_ThreadPoolTest {

  @Test
  void twentyThreadsAreTheBottleneckAndNotTheCores(
      @Simulated(TwentyThreads.class) SimulationResult twenty,
      @Simulated(Tomcat.class) SimulationResult tomcat) {
    assertThat(twenty).cpuUtilization().isLessThan(0.3);
    assertThat(twenty).endpoint("GET /orders").p95().isGreaterThan(Duration.ofMillis(300));
    assertThat(tomcat).endpoint("GET /orders").p95().isLessThan(Duration.ofMillis(280));
  }

  /** What all of them do. */
  @Server(cores = 2)
  @ArrivalRate("220/s")
  abstract static class Orders {

    @CpuStep("1 ms")
    void parse() {}

    @IoWait("exponential(85 ms)")
    void query() {}

    @CpuStep("1 ms")
    void render() {}

    void orders() {
      parse();
      query();
      render();
    }
  }

  /** Too few threads, which is no promise but what is shown here. */
  @ThreadPool(threads = 20)
  static class TwentyThreads extends Orders {

    @Endpoint("GET /orders")
    void get() {
      orders();
    }
  }

  /** Tomcat's defaults, and the number of threads that is just enough. */
  @ThreadPool
  @WhatIf(name = "fewer threads", threads = 35)
  static class Tomcat extends Orders {

    @Endpoint("GET /orders")
    @LatencySla(p95 = "300 ms")
    void get() {
      orders();
    }
  }

  /** {@code spring.threads.virtual.enabled=true}. */
  @VirtualThreads
  static class Loom extends Orders {

    @Endpoint("GET /orders")
    @LatencySla(p95 = "300 ms")
    void get() {
      orders();
    }
  }
}
