package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ExtraLoss;
import dev.fastsim.annotations.LatencySpike;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Pause;
import dev.fastsim.annotations.PoolShrink;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Slowdown;
import dev.fastsim.annotations.Surge;
import org.junit.jupiter.api.Test;

/** Every rule about faults. */
class FaultMistakesTest {

  @ArrivalRate("1/s")
  @ConnectionPool(name = "database", size = 5)
  abstract static class Shop {
    @Endpoint
    void get() {}
  }

  @Outage(start = "soon", duration = "a while")
  @LatencySpike(start = "1", duration = "1 s", added = "20")
  @ExtraLoss(start = "1 s", duration = "", loss = "105%")
  @Slowdown(start = "-1 s", duration = "1 s", factor = 2)
  @Pause(start = "1 s", duration = "long")
  @PoolShrink(start = "noon", duration = "1 s", pool = "database", size = 1)
  @Surge(start = "1 s", duration = "1 parsec", factor = 2)
  static class BadTexts extends Shop {}

  @Test
  void everyTextIsCheckedAtItsAttribute() {
    assertThat(Refusal.of(BadTexts.class))
        .allSatisfy(text -> assertThat(text).contains("' is not a "))
        .extracting(text -> text.substring(0, text.indexOf("' is not a ")))
        .containsExactly(
            "FaultMistakesTest.BadTexts @Outage(start): 'soon",
            "FaultMistakesTest.BadTexts @Outage(duration): 'a while",
            "FaultMistakesTest.BadTexts @LatencySpike(start): '1",
            "FaultMistakesTest.BadTexts @LatencySpike(added): '20",
            "FaultMistakesTest.BadTexts @ExtraLoss(duration): '",
            "FaultMistakesTest.BadTexts @ExtraLoss(loss): '105%",
            "FaultMistakesTest.BadTexts @Slowdown(start): '-1 s",
            "FaultMistakesTest.BadTexts @Pause(duration): 'long",
            "FaultMistakesTest.BadTexts @PoolShrink(start): 'noon",
            "FaultMistakesTest.BadTexts @Surge(duration): '1 parsec");
  }

  @Simulation(duration = "1 min")
  @Surge(start = "1 h", duration = "1 s", factor = -1)
  static class LateAndLess extends Shop {}

  @Test
  void aMistakeInTheTimeHidesNoOther() {
    assertThat(Refusal.of(LateAndLess.class))
        .containsExactly(
            "FaultMistakesTest.LateAndLess @Surge(start): it must be before the end of a run at"
                + " 60 s, but is '1 h'",
            "FaultMistakesTest.LateAndLess @Surge: a surge's factor must be positive and finite,"
                + " but is -1.0");
  }

  @Outage(start = "0 s", duration = "1 s", replicas = 0)
  @LatencySpike(start = "0 s", duration = "1 s", added = "0 ms")
  @ExtraLoss(start = "0 s", duration = "1 s", loss = "0%")
  @Slowdown(start = "0 s", duration = "1 s", factor = 1)
  @Pause(start = "0 s", duration = "0 s")
  @PoolShrink(start = "0 s", duration = "1 s", pool = "database", size = -1)
  @Surge(start = "0 s", duration = "1 s", factor = 0)
  static class BadNumbers extends Shop {}

  @Test
  void everyNumberMustBeInItsRange() {
    assertThat(Refusal.of(BadNumbers.class))
        .containsExactly(
            "FaultMistakesTest.BadNumbers @Outage: replicas must be at least 1, but is 0",
            "FaultMistakesTest.BadNumbers @LatencySpike: added must be longer than 0 and at most 365"
                + " d, but is 0 ns",
            "FaultMistakesTest.BadNumbers @ExtraLoss: extra loss must be above 0 and at most 1, but"
                + " is 0.0",
            "FaultMistakesTest.BadNumbers @Slowdown: a slowdown's factor must be above 1, but is"
                + " 1.0",
            "FaultMistakesTest.BadNumbers @Pause: duration must be longer than 0 and at most 365 d,"
                + " but is 0 ns",
            "FaultMistakesTest.BadNumbers @PoolShrink: a shrunken pool's size must not be negative,"
                + " but is -1",
            "FaultMistakesTest.BadNumbers @Surge: a surge's factor must be positive and finite, but"
                + " is 0.0");
  }

  @Simulation(duration = "2 min")
  @Outage(start = "60 s", duration = "10 min")
  @Outage(start = "2 min", duration = "1 s")
  @Pause(start = "1 h", duration = "1 s")
  static class TooLate extends Shop {}

  @Simulation(duration = "2 minutes or so")
  @Outage(start = "10 min", duration = "1 s")
  static class UnknownEnd extends Shop {}

  @Test
  void aFaultMustBeginBeforeTheEndOfTheRun() {
    assertThat(Refusal.of(TooLate.class))
        .containsExactly(
            "FaultMistakesTest.TooLate @Outage(start): it must be before the end of a run at 2 min,"
                + " but is '2 min'",
            "FaultMistakesTest.TooLate @Pause(start): it must be before the end of a run at 2 min,"
                + " but is '1 h'");
    assertThat(Refusal.of(UnknownEnd.class))
        .singleElement()
        .asString()
        .contains("@Simulation(duration): '2 minutes or so'");
  }

  @PoolShrink(start = "1 s", duration = "1 s", pool = "databse", size = 1)
  @PoolShrink(start = "1 s", duration = "1 s", pool = "database", size = 5)
  static class WrongPools extends Shop {}

  @ArrivalRate("1/s")
  @PoolShrink(start = "1 s", duration = "1 s", pool = "db", size = 1)
  static class WithoutPools {
    @Endpoint
    void get() {}
  }

  @Test
  void aPoolMustBeThereAndShrink() {
    assertThat(Refusal.of(WrongPools.class))
        .containsExactly(
            "FaultMistakesTest.WrongPools @PoolShrink(pool): there is no pool 'databse'; the pools"
                + " are database; did you mean 'database'?",
            "FaultMistakesTest.WrongPools @PoolShrink(size): it must be less than the 5 of pool"
                + " 'database', but is 5");
    assertThat(Refusal.of(WithoutPools.class))
        .containsExactly(
            "FaultMistakesTest.WithoutPools @PoolShrink(pool): there is no pool 'db'; the service"
                + " has no pools; add @ConnectionPool(name = \"db\", size = ...)");
  }
}
