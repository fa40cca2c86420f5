package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fastsim.model.InvalidModelException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Every mistake of a model fails each of its tests, with its place and what is allowed. */
class MistakesTest {

  @TempDir Path output;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(MistakenSpecs.WithoutTraffic.class, "it has no traffic; add @Workload"),
        Arguments.of(MistakenSpecs.TwoKindsOfTraffic.class, "stands beside @"),
        Arguments.of(
            MistakenSpecs.UnreadableRate.class,
            "@ArrivalRate(value): '10 per second' is not a rate"),
        Arguments.of(MistakenSpecs.NoUsers.class, "users must be positive and finite"),
        Arguments.of(MistakenSpecs.NoDeviation.class, "@Workload(userSd): it is missing"),
        Arguments.of(MistakenSpecs.NoCore.class, "cores must be from 1 to 10000, but is 0"),
        Arguments.of(MistakenSpecs.UnreadableSize.class, "@Server(ram): '2 G' is not a byte size"),
        Arguments.of(MistakenSpecs.EmptyPool.class, "size must be at least 1, but is 0"),
        Arguments.of(MistakenSpecs.NoPermits.class, "permitsPerSecond must be positive and finite"),
        Arguments.of(MistakenSpecs.MoreThanAllLost.class, "@Network(loss): '120%'"),
        Arguments.of(MistakenSpecs.NothingMeasured.class, "it must be shorter than the duration"),
        Arguments.of(
            MistakenSpecs.NoReplication.class, "replications must be at least 1, but is 0"),
        Arguments.of(MistakenSpecs.NoLimitOnUtilization.class, "it sets no limit"),
        Arguments.of(MistakenSpecs.NoMemoryToLimit.class, "set @Server(ram"),
        Arguments.of(MistakenSpecs.NoPoolToLimit.class, "add a @ConnectionPool"),
        Arguments.of(MistakenSpecs.UnreadableThroughput.class, "'fast' is not a rate"),
        Arguments.of(MistakenSpecs.MoreThanAllErrors.class, "@ErrorRateSla(max): '101%'"),
        Arguments.of(MistakenSpecs.TooLate.class, "@Outage(start): it must be before the end"),
        Arguments.of(MistakenSpecs.UnreadableSpike.class, "@LatencySpike(added): 'much' is not a"),
        Arguments.of(MistakenSpecs.NothingLost.class, "extra loss must be above 0"),
        Arguments.of(MistakenSpecs.Speedup.class, "factor must be above 1, but is 0.5"),
        Arguments.of(MistakenSpecs.PauseWithoutLength.class, "duration must be longer than 0"),
        Arguments.of(MistakenSpecs.NoPoolToShrink.class, "@PoolShrink(pool): there is no pool"),
        Arguments.of(MistakenSpecs.SurgeOfNothing.class, "factor must be positive and finite"),
        Arguments.of(MistakenSpecs.SharedState.class, "static field 'calls' is not final"),
        Arguments.of(MistakenSpecs.NeedsArgument.class, "it has no constructor without parameters"),
        Arguments.of(MistakenSpecs.FailsToStart.class, "not today"),
        Arguments.of(MistakenSpecs.StepInConstructor.class, "was called by the constructor"),
        Arguments.of(
            MistakenSpecs.UnreadableDuration.class, "unknown unit 'msec', did you mean ms?"),
        Arguments.of(MistakenSpecs.UnknownDistribution.class, "did you mean exponential?"),
        Arguments.of(MistakenSpecs.UnknownPool.class, "did you mean 'database'?"),
        Arguments.of(MistakenSpecs.ComputesAndWaits.class, "it stands beside @IoWait"),
        Arguments.of(MistakenSpecs.TooBig.class, "it could never start"),
        Arguments.of(MistakenSpecs.SameName.class, "'GET /right' is already the name of"),
        Arguments.of(MistakenSpecs.WithParameter.class, "an endpoint takes no parameters"),
        Arguments.of(MistakenSpecs.NoWeight.class, "weight must be positive and finite"),
        Arguments.of(MistakenSpecs.NoLimit.class, "it sets no limit; give at least one of mean"),
        Arguments.of(MistakenSpecs.UnreadableLimit.class, "'80' is not a duration: it has no unit"),
        Arguments.of(MistakenSpecs.ZeroLimit.class, "a limit must be more than 0, but is '0 ms'"),
        Arguments.of(MistakenSpecs.NoSuchPercentile.class, "must be above 0 and below 100"),
        Arguments.of(MistakenSpecs.LimitedTwice.class, "p95 is limited twice"),
        Arguments.of(MistakenSpecs.BodyThrows.class, "out of order"),
        Arguments.of(MistakenSpecs.NeverEnds.class, "never ends: it had taken 100000 steps"),
        Arguments.of(MistakenSpecs.CallsItself.class, "never ends: it calls itself without end"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeFailsEveryTestOfItsModel(Class<?> model, String message) {
    EngineExecutionResults results = EngineRun.select(output, selectClass(model)).execute();
    assertThat(results.testEvents().started().count()).isPositive();
    assertThat(results.testEvents().finished().list())
        .hasSize((int) results.testEvents().started().count())
        .allSatisfy(
            event ->
                assertThat(
                        event
                            .getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith("model 'MistakenSpecs." + model.getSimpleName())
                    .hasMessageContaining("has 1 mistake")
                    .hasMessageContaining(message));
  }

  @Test
  void everyMistakenModelIsTried() {
    assertThat(mistakes().map(arguments -> arguments.get()[0]))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MistakenSpecs.class.getDeclaredClasses())
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .toList());
  }
}
