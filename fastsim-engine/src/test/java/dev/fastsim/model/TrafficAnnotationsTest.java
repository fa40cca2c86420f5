package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ClosedUsers;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Workload;
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
