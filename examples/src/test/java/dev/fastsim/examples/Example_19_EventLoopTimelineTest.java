package dev.fastsim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import dev.fastsim.timeline.Timeline;
import org.junit.jupiter.api.Test;

/**
 * What did the slowest request wait for, and who held the core meanwhile?
 *
 * <p>A timeline shows every request of a window, event by event. Here one request in twelve reads a
 * file with a blocking call. The slowest request is one that reads no file at all: it was ready to
 * compute while the core stood still in the hands of others.
 *
 * <p>{@code bin/fastsim timeline docs/event-loop.yml --report loop.html} shows such a window as a
 * page to step through, and docs/event-loop.md tells how to read it.
 */
class Example_19_EventLoopTimelineTest {

  @Test
  void theSlowestRequestIsReadyWhileOthersBlockTheCore() {
    Timeline timeline = FastSim.timeline(Shop.class);
    RecordedRequest slowest =
        timeline.requests().stream()
            .filter(request -> request.number() == timeline.slowest().orElseThrow())
            .findFirst()
            .orElseThrow();

    Span longestWait =
        slowest.spans().stream()
            .filter(span -> span.activity() == Activity.READY)
            .max((a, b) -> a.length().compareTo(b.length()))
            .orElseThrow();

    assertThat(longestWait.length()).isGreaterThan(slowest.length().dividedBy(3));
    assertThat(timeline.blockedCores())
        .anySatisfy(
            blocked -> {
              assertThat(blocked.name()).isEqualTo("readFile");
              assertThat(blocked.start()).isLessThan(longestWait.end());
              assertThat(blocked.end()).isGreaterThan(longestWait.start());
            });
  }

  @ArrivalRate("150/s")
  static class Shop {

    @CpuStep("exponential(1 ms)")
    void parse() {}

    @IoWait("exponential(8 ms)")
    void load() {}

    @CpuStep("exponential(1 ms)")
    void render() {}

    @IoWait(value = "35 ms", blocking = true)
    void readFile() {}

    @Endpoint(value = "GET /item", weight = 11)
    void item() {
      parse();
      load();
      render();
    }

    @Endpoint(value = "GET /export", weight = 1)
    void export() {
      parse();
      readFile();
    }
  }
}
