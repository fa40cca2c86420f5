package dev.fastsim.examples;

import dev.fastsim.annotations.ClosedUsers;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;

/**
 * Do your users wait?
 *
 * <p>Most load generators do: each of their users sends a request, waits for the response, thinks,
 * and sends the next one. The slower the service, the fewer requests it gets, so that a queue never
 * holds more than the users. {@code @ClosedUsers} is such a load test, or a service whose callers
 * are a fixed number of workers.
 *
 * <p>Twenty users who think for a second get 18 responses a second from a core that could serve 25,
 * after 111 ms in the mean (the machine repairman; R = N / X - Z = 20 / 18.0 s - 1 s). The users of
 * a web shop do not know of each other and come in any case: with {@code @ArrivalRate("18/s")} the
 * same core takes 1 / (25 - 18) s = 143 ms, and this promise breaks.
 */
@ClosedUsers(users = 20, thinkTime = "exponential(1 s)")
@Simulation(duration = "20 min")
class Example_21_ClosedUsersTest {

  @CpuStep("exponential(40 ms)")
  void render() {}

  @Endpoint("GET /page")
  @LatencySla(mean = "120 ms")
  void page() {
    render();
  }
}
