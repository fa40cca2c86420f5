package dev.fastsim.junit;

import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Workload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Models for Jupiter tests; not nested in a test class, where they would run as specs. */
final class ExtensionModels {

  private ExtensionModels() {}

  @Workload(users = 20, requestsPerMinutePerUser = 60)
  @Simulation(duration = "5 s", warmUp = "1 s", replications = 2, maxReplications = 2)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Brief {}

  @Brief
  static class Model {
    @IoWait("5 ms")
    void load() {}

    @Endpoint("GET /")
    void get() {
      load();
    }
  }

  @Brief
  static class Mistaken {
    @IoWait(value = "5 ms", pool = "nowhere")
    void load() {}

    @Endpoint("GET /")
    void get() {
      load();
    }
  }

  @ScenarioFile({"engine/shop.yml", "engine/checkout.yml"})
  static class NamesFiles {}

  @ScenarioFile("engine/mistaken.yml")
  static class NamesMistakenFile {}
}
