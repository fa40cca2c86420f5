package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CostSla;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Price;
import dev.fastsim.annotations.WhatIf;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesTest {

  @ArrivalRate("1/s")
  @Price(replica = "$0.05/h", core = "$0.04048/h", gib = "$0.004445/h", connection = "$0/h")
  @CostSla(perRequest = "$0.01", perMonth = "$200", whatIfs = "busy")
  @WhatIf(name = "busy", traffic = 2)
  static class Priced {
    @Endpoint
    void go() {}
  }

  @Test
  void pricesAndLimitsAreReadExactly() {
    ServiceModel model = ServiceModel.read(Priced.class);
    assertThat(model.scenario().services().get(0).prices())
        .isEqualTo(new Prices(0.05, 0.04048, 0.004445, 0));
    assertThat(model.serviceObjectives())
        .containsExactly(
            new Objective(new Metric.CostPerRequest(), 0.01, Optional.of(List.of("busy"))),
            new Objective(new Metric.CostPerMonth(), 200, Optional.of(List.of("busy"))));
  }

  @ArrivalRate("1/s")
  @Price(replica = "$36.50/month", core = "0.04/h")
  @CostSla(perRequest = "1 cent", perMonth = "$0")
  static class Misspelt {
    @Endpoint
    void go() {}
  }

  @Test
  void whatIsNoPriceIsToldInFull() {
    assertThat(Refusal.of(Misspelt.class))
        .containsExactly(
            "PricesTest.Misspelt @Price(replica): '$36.50/month' is not a price: it is not by the"
                + " hour (a month is 730 h); expected $, a decimal and /h, e.g. \"$0.05/h\"",
            "PricesTest.Misspelt @Price(core): '0.04/h' is not a price: it has no $; expected $, a"
                + " decimal and /h, e.g. \"$0.05/h\"",
            "PricesTest.Misspelt @CostSla(perRequest): '1 cent' is not an amount: it has no $;"
                + " expected $ and a decimal, e.g. \"$0.01\"",
            "PricesTest.Misspelt @CostSla(perMonth): a limit must be more than 0, but is '$0'");
  }

  @ArrivalRate("1/s")
  @Price
  @CostSla
  static class Empty {
    @Endpoint
    void go() {}
  }

  @Test
  void pricesAndLimitsMustSaySomething() {
    assertThat(Refusal.of(Empty.class))
        .containsExactly(
            "PricesTest.Empty @Price: it sets no price; give at least one of replica, core, gib,"
                + " connection",
            "PricesTest.Empty @CostSla: it sets no limit; give at least one of perRequest,"
                + " perMonth");
  }

  @ArrivalRate("1/s")
  @CostSla(perRequest = "$0.01")
  static class Free {
    @Endpoint
    void go() {}
  }

  @Test
  void whatCostsNothingCannotBeTooDear() {
    assertThat(Refusal.of(Free.class))
        .containsExactly("PricesTest.Free @CostSla: nothing has a price; add a @Price");
  }
}
