package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;

import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  private static final SimulationResult SHOP =
      Experiment.run(
          Scenario.builder("shop")
              .ram(2L << 30)
              .pool("db", 3, Duration.ofSeconds(1))
              .network(new Link(new Exponential(0.003), 0.001))
              .poissonArrivals(300)
              .endpoint(
                  "GET /item",
                  cpu("parse", "1 ms"),
                  ram("page", 20 << 20),
                  io("load", "exponential(8 ms)", "db"))
              .endpoint(
                  "POST /item",
                  cpu("parse", "1 ms"),
                  io("pay", "lognormal(median=20 ms, p99=80 ms)"))
              .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(5), 1, 4, 4))
              .build());

  @Test
  void x() {
    System.out.println(SHOP.summary());
    System.out.println(SHOP.latencyHistogram());
    for (String d :
        new String[] {
          "10 ms",
          "uniform(10 ms, 10.1 ms)",
          "exponential(10 ms)",
          "hyperexponential(mean=10ms, cv=8)",
          "normal(mean=10ms, sd=1ms)"
        }) {
      System.out.println(
          Experiment.run(
                  Scenario.builder("x")
                      .poissonArrivals(100)
                      .endpoint("a", io("a", d))
                      .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(5), 1, 4, 4))
                      .build())
              .latencyHistogram());
    }
  }
}
