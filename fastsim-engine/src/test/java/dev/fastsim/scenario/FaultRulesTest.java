package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.io;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.scenario.Fault.Outage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultRulesTest {

  private static final Duration START = ofSeconds(10);
  private static final Duration LENGTH = ofSeconds(5);

  private static List<String> mistakes(Fault... faults) {
    ScenarioBuilder scenario =
        Scenario.builder("shop")
            .poissonArrivals(10)
            .pool("db", 3, ofSeconds(1))
            .endpoint("buy", io("query", "1 ms", "db"))
            .runs(new RunPlan(ofSeconds(60), Duration.ZERO, 1, 1, 1));
    Stream.of(faults).forEach(scenario::fault);
    return catchThrowableOfType(InvalidScenarioException.class, scenario::build).mistakes();
  }

  @Test
  void faultsHappenDuringTheRunToWhatThereIs() {
    assertThat(
            mistakes(
                new Outage("pay", Outage.ALL, Outage.Mode.DRAIN, START, LENGTH),
                new Fault.Slowdown("pay", 2, START, LENGTH),
                new Fault.LatencySpike("wire", ofSeconds(1), START, LENGTH),
                new Fault.ExtraLoss("wire", 0.5, START, LENGTH),
                new Fault.PoolShrink("shop", "mq", 1, START, LENGTH),
                new Fault.PoolShrink("shop", "db", 3, START, LENGTH),
                new Fault.Surge(2, ofSeconds(60), LENGTH)))
        .containsExactly(
            "the fault 'outage of pay, drained' refers to service 'pay', but there is only shop",
            "the fault '2 times slower CPU of pay' refers to service 'pay', but there is only shop",
            "the fault '1 s more latency on wire' refers to link 'wire', but there is only clients -> shop, shop -> clients",
            "the fault '50% more loss on wire' refers to link 'wire', but there is only clients -> shop, shop -> clients",
            "the fault 'pool mq of shop at 1 connection' refers to pool 'mq', but there is only db",
            "the fault 'pool db of shop at 3 connections' does not shrink the pool, which has 3",
            "the fault '2 times the traffic' starts at 60 s, but a run ends at 60 s");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void numbersOutOfRangeAreRefused(String message, ThrowingCallable fault) {
    assertThatThrownBy(fault).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        refused(
            "start must be from 0 to 365 d, but is -1 s",
            () -> new Fault.Surge(2, ofSeconds(-1), LENGTH)),
        refused(
            "duration must be longer than 0 and at most 365 d, but is 0 ns",
            () -> new Fault.Surge(2, START, Duration.ZERO)),
        refused(
            "a surge's factor must be positive and finite, but is 0.0",
            () -> new Fault.Surge(0, START, LENGTH)),
        refused(
            "a surge's factor must be positive and finite, but is Infinity",
            () -> new Fault.Surge(Double.POSITIVE_INFINITY, START, LENGTH)),
        refused(
            "a slowdown's factor must be above 1, but is 1.0",
            () -> new Fault.Slowdown("shop", 1, START, LENGTH)),
        refused(
            "a slowdown's factor must be above 1, but is NaN",
            () -> new Fault.Slowdown("shop", Double.NaN, START, LENGTH)),
        refused(
            "extra loss must be above 0 and at most 1, but is 0.0",
            () -> new Fault.ExtraLoss("wire", 0, START, LENGTH)),
        refused(
            "extra loss must be above 0 and at most 1, but is 1.1",
            () -> new Fault.ExtraLoss("wire", 1.1, START, LENGTH)),
        refused(
            "added must be longer than 0 and at most 365 d, but is 0 ns",
            () -> new Fault.LatencySpike("wire", Duration.ZERO, START, LENGTH)),
        refused(
            "a shrunken pool's size must not be negative, but is -1",
            () -> new Fault.PoolShrink("shop", "db", -1, START, LENGTH)),
        refused(
            "replicas must be at least 1, but is 0",
            () -> new Outage("shop", 0, Outage.Mode.KILL, START, LENGTH)));
  }

  private static Arguments refused(String message, ThrowingCallable fault) {
    return Arguments.of(message, fault);
  }

  @Test
  void faultsSayWhenTheyAre() {
    assertThat(new Fault.Surge(2, START, LENGTH).periodText()).isEqualTo("10 s .. 15 s");
    assertThat(new Fault.Surge(2, ofSeconds(200), Duration.ofMillis(300)).periodText())
        .isEqualTo("3 min 20 s for 300 ms");
  }

  @Test
  void faultsSayWhatTheyAre() {
    assertThat(
            Stream.of(
                    new Outage("shop", 2, Outage.Mode.KILL, START, LENGTH),
                    new Fault.Slowdown("shop", Double.POSITIVE_INFINITY, START, LENGTH),
                    new Fault.Slowdown("shop", 1.5, START, LENGTH))
                .map(fault -> fault.kind() + ": " + fault.text()))
        .containsExactly(
            "outage: outage of 2 replicas of shop, killed",
            "slowdown: pause of shop",
            "slowdown: 1.5 times slower CPU of shop");
  }
}
