package dev.fastsim.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Workload.OpenRate;
import dev.fastsim.scenario.Workload.Users;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each record refuses, one rule after the other. */
class RangesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void valueOutOfRangeIsRefused(String message, ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static Arguments refused(String message, ThrowingCallable making) {
    return arguments(message, making);
  }

  static Stream<Arguments> valueOutOfRangeIsRefused() {
    return Stream.of(
            Stream.of(
                refused("cores must be from 1 to 10000, but is 0", () -> server(0, 1, 1, 0)),
                refused(
                    "cores must be from 1 to 10000, but is 10001", () -> server(10001, 1, 1, 0)),
                refused("ram must be more than 0 B, but is 0 B", () -> server(1, 0, 1, 0)),
                refused("replicas must be from 1 to 10000, but is 0", () -> server(1, 1, 0, 0)),
                refused("maxQueue must not be negative, but is -1", () -> server(1, 1, 1, -1)),
                refused(
                    "threads must be at least 1, but is 0", () -> new Concurrency.ThreadPool(0, 1)),
                refused(
                    "acceptQueue must not be negative, but is -1",
                    () -> new Concurrency.ThreadPool(1, -1)),
                refused(
                    "maxQueue must not be given for a thread pool, but is 5; its acceptQueue limits"
                        + " who waits",
                    () -> server(1, 1, 1, 5).withConcurrency(Concurrency.ThreadPool.DEFAULT))),
            Stream.of(
                refused(
                    "the name of a connection pool must not be blank",
                    () -> new ConnectionPool(" ", 1, SECOND)),
                refused(
                    "size must be at least 1, but is 0", () -> new ConnectionPool("db", 0, SECOND)),
                refused(
                    "acquireTimeout must not be negative, but is -1 s",
                    () -> new ConnectionPool("db", 1, SECOND.negated())),
                refused(
                    "permitsPerSecond must be positive and finite, but is 0.0",
                    () -> new RateLimiter(0, 1)),
                refused("burst must be at least 1, but is 0", () -> new RateLimiter(1, 0)),
                refused(
                    "loss must be from 0 to 1, but is NaN",
                    () -> new Network(new Constant(0), Double.NaN))),
            Stream.of(
                refused("the name of an endpoint must not be blank", () -> endpoint("", 1)),
                refused("weight must be positive and finite, but is 0.0", () -> endpoint("buy", 0)),
                refused(
                    "weight must be positive and finite, but is Infinity",
                    () -> endpoint("buy", Double.POSITIVE_INFINITY)),
                refused(
                    "the name of a CPU step must not be blank",
                    () -> new Step.Cpu("", new Constant(0))),
                refused(
                    "the name of an I/O step must not be blank",
                    () -> new Step.Io("", new Constant(0), Optional.empty(), false)),
                refused("the name of a RAM step must not be blank", () -> new Step.Ram("", 1)),
                refused(
                    "memory must not be negative, but is -1 B", () -> new Step.Ram("page", -1))),
            Stream.of(
                refused(
                    "the arrival rate must be positive and finite, but is 0.0/s",
                    () -> new OpenRate(0, OpenRate.Spacing.POISSON)),
                refused("users must be positive and finite, but is 0.0", () -> users(0, 1, SECOND)),
                refused(
                    "requestsPerMinutePerUser must be positive and finite, but is -1.0",
                    () -> users(1, -1, SECOND)),
                refused(
                    "window must be at least 1 ms, but is 999 us",
                    () -> users(1, 1, Duration.ofNanos(999_000))),
                refused(
                    "userSd must be finite and not negative, but is -1.0",
                    () -> new Users.Count.Normal(-1)),
                refused(
                    "userSd must be finite and not negative, but is NaN",
                    () -> new Users.Count.RectifiedNormal(Double.NaN))),
            Stream.of(
                refused(
                    "duration must be longer than 0 and at most 365 d, but is 0 ns",
                    () -> new RunPlan(Duration.ZERO, Duration.ZERO, 1, 1, 1)),
                refused(
                    "duration must be longer than 0 and at most 365 d, but is 366 d",
                    () -> new RunPlan(Duration.ofDays(366), Duration.ZERO, 1, 1, 1)),
                refused(
                    "warmUp must not be negative and must be shorter than the duration 1 s, but is"
                        + " 1 s",
                    () -> new RunPlan(SECOND, SECOND, 1, 1, 1)),
                refused(
                    "replications must be at least 1, but is 0",
                    () -> new RunPlan(SECOND, Duration.ZERO, 1, 0, 1)),
                refused(
                    "maxReplications must be from replications (8) to 100000, but is 7",
                    () -> new RunPlan(SECOND, Duration.ZERO, 1, 8, 7)),
                refused(
                    "maxReplications must be from replications (8) to 100000, but is 100001",
                    () -> new RunPlan(SECOND, Duration.ZERO, 1, 8, 100_001))))
        .flatMap(rules -> rules);
  }

  private static Server server(int cores, long ram, int replicas, int maxQueue) {
    return new Server(cores, ram, replicas, BalancingPolicy.RANDOM, maxQueue);
  }

  private static Endpoint endpoint(String name, double weight) {
    return new Endpoint(name, weight, Optional.empty(), new Body.Fixed(List.of()));
  }

  private static Users users(double users, double perMinute, Duration window) {
    return new Users(users, perMinute, window, new Users.Count.Constant());
  }
}
