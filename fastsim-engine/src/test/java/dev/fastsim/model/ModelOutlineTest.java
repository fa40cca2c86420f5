package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UtilizationSla;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The glance at a model shows what its reading will. */
class ModelOutlineTest {

  @ArrivalRate("10/s")
  @ConnectionPool(name = "db", size = 2)
  @ConnectionPool(name = "cache", size = 2)
  @LatencySla(p95 = "80 ms")
  @UtilizationSla(cpu = "70%", pools = "80%")
  @ReadyQueueLagSla(p99 = "5 ms")
  static class Base {
    @Endpoint("GET /zebra")
    void zebra() {}

    @Endpoint("GET /ape")
    void ape() {}

    @Endpoint("GET /overridden")
    void overridden() {}
  }

  @ThroughputSla(min = "1/s")
  static class Derived extends Base {
    @Endpoint
    @LatencySla(
        p99 = "0.25 s",
        mean = "20 ms",
        percentiles = @Percentile(value = 99.5, limit = "1 s"))
    @ErrorRateSla(max = "0%")
    void own() {}

    @Override
    void overridden() {}
  }

  @Test
  void itHasTheEndpointsAndObjectivesOfTheModelInItsOrder() {
    ModelOutline outline = ModelOutline.of(Derived.class);
    ServiceModel model = ServiceModel.read(Derived.class);
    assertThat(Promise.objectives(outline.promises())).isEqualTo(model.serviceObjectives());
    assertThat(outline.endpoints())
        .extracting(EndpointOutline::name)
        .containsExactly("GET /zebra", "GET /ape", "own")
        .isEqualTo(model.endpoints().stream().map(EndpointModel::name).toList());
    for (int i = 0; i < outline.endpoints().size(); i++) {
      EndpointOutline endpoint = outline.endpoints().get(i);
      assertThat(endpoint.method()).isEqualTo(model.endpoints().get(i).method());
      assertThat(Promise.objectives(endpoint.promises()))
          .isEqualTo(model.endpoints().get(i).objectives());
    }
    assertThat(model.objectives()).hasSize(outline.promises().size() + 1 + 1 + 4);
  }

  @UtilizationSla(cpu = "much", pools = "80%")
  static class Mistaken {
    @Endpoint
    @LatencySla(p95 = "soon", p99 = "0 ms")
    @ThroughputSla(min = "plenty")
    void broken(String parameter) {}
  }

  @Test
  void mistakenLimitsAndEndpointsKeepTheirPlaceAndText() {
    ModelOutline outline = ModelOutline.of(Mistaken.class);
    assertThat(outline.promises())
        .extracting(Promise::text)
        .containsExactly("cpu utilization <= much");
    assertThat(outline.endpoints())
        .singleElement()
        .satisfies(
            endpoint ->
                assertThat(endpoint.promises())
                    .extracting(Promise::text)
                    .isEqualTo(List.of("p95 <= soon", "p99 <= 0 ns", "throughput >= plenty")));
  }

  @Test
  void aClassHasAnEndpointIfItOrASupertypeDoes() {
    assertThat(ModelOutline.hasEndpoint(Derived.class)).isTrue();
    assertThat(ModelOutline.hasEndpoint(Mistaken.class)).isTrue();
    assertThat(ModelOutline.hasEndpoint(ModelOutlineTest.class)).isFalse();
    assertThat(ModelOutline.hasEndpoint(String.class)).isFalse();
  }
}
