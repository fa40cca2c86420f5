package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalProcess;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ArrivalStages;
import dev.fastsim.annotations.ClosedUsers;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Stage;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The annotations that say what arrives. */
class TrafficAnnotationsTest {

  @ClosedUsers(users = 40, thinkTime = "exponential(2 s)")
  static class Closed {
    @Endpoint
    void go() {}
  }

  @ArrivalRate("5/s")
  static class OpenAgain extends Closed {
    @Endpoint
    void goOn() {}
  }

  @Test
  void closedUsersAreRead() {
    assertThat(workload(Closed.class))
        .isEqualTo(
            new dev.fastsim.scenario.ClosedUsers(40, Distribution.ofDurations("exponential(2 s)")));
  }

  @Test
  void nearerAnnotationReplacesAnotherKindOfTraffic() {
    assertThat(workload(OpenAgain.class))
        .isEqualTo(new Workload.OpenRate(5, Workload.OpenRate.Spacing.POISSON));
  }

  @ArrivalStages(
      startRate = "50/s",
      value = {
        @Stage(duration = "1 min", target = "400/s"),
        @Stage(duration = "0 s", target = "50/s")
      },
      repeat = true,
      process = ArrivalProcess.CONSTANT)
  static class Staged {
    @Endpoint
    void go() {}
  }

  @Test
  void stagesAreRead() {
    assertThat(workload(Staged.class))
        .isEqualTo(
            new StagedRate(
                50,
                List.of(
                    new StagedRate.Stage(Duration.ofMinutes(1), 400),
                    new StagedRate.Stage(Duration.ZERO, 50)),
                true,
                Workload.OpenRate.Spacing.CONSTANT));
  }

  @ArrivalStages({@Stage(duration = "1 min", target = "fast")})
  static class NoTarget {
    @Endpoint
    void go() {}
  }

  @ArrivalStages({@Stage(duration = "1 min", target = "0/s")})
  static class NeverAnything {
    @Endpoint
    void go() {}
  }

  @Test
  void mistakesInStagesAreReported() {
    assertThat(Refusal.of(NoTarget.class))
        .singleElement()
        .asString()
        .startsWith("TrafficAnnotationsTest.NoTarget @ArrivalStages @Stage(target): 'fast'");
    assertThat(Refusal.of(NeverAnything.class))
        .containsExactly(
            "TrafficAnnotationsTest.NeverAnything @ArrivalStages: some rate must be above 0, or"
                + " nothing ever arrives");
  }

  @ClosedUsers(users = 0, thinkTime = "2 s")
  static class NoUsers {
    @Endpoint
    void go() {}
  }

  @ClosedUsers(users = 1, thinkTime = "soon")
  static class NoTime {
    @Endpoint
    void go() {}
  }

  @ClosedUsers(users = 1, thinkTime = "2 s")
  @ArrivalRate("1/s")
  static class Both {
    @Endpoint
    void go() {}
  }

  @Test
  void mistakesInClosedUsersAreReported() {
    assertThat(Refusal.of(NoUsers.class))
        .containsExactly(
            "TrafficAnnotationsTest.NoUsers @ClosedUsers(users): users must be from 1 to 1000000,"
                + " but is 0");
    assertThat(Refusal.of(NoTime.class))
        .singleElement()
        .asString()
        .startsWith("TrafficAnnotationsTest.NoTime @ClosedUsers(thinkTime): 'soon'");
    assertThat(Refusal.of(Both.class))
        .containsExactly(
            "TrafficAnnotationsTest.Both @ClosedUsers: it stands beside @ArrivalRate, and traffic"
                + " can only be one of them; remove one");
  }

  private static Workload workload(Class<?> type) {
    return ServiceModel.read(type).scenario().workload();
  }
}
