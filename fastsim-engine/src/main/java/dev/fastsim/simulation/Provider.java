package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.kernel.Station;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.ProviderRun;
import dev.fastsim.scenario.LlmProvider;
import org.jspecify.annotations.Nullable;

/**
 * A provider of language models: so many calls at once, so many tokens a minute. Its next time is
 * when the tokens of the call that waits longest are there.
 *
 * <p>A call of a request that was killed waits for its turn, and holds its place until its next
 * token would have arrived: the provider knows no better.
 */
final class Provider extends Station {

  private final LlmProvider limits;
  private final Requests requests;
  private final LlmStation[] calls;
  private final int waitIndex;
  private final @Nullable TokensPerMinute bucket;
  private final IntQueue waiting = new IntQueue();
  private int free;

  final LevelGauge underWay = new LevelGauge();
  final LevelGauge queue = new LevelGauge();

  /**
   * Sets the limits up.
   *
   * @param calls by step
   * @param waitIndex of the time that requests wait for it
   */
  Provider(
      Agenda agenda, LlmProvider limits, Requests requests, LlmStation[] calls, int waitIndex) {
    super(agenda);
    this.limits = limits;
    this.requests = requests;
    this.calls = calls;
    this.waitIndex = waitIndex;
    this.free = limits.concurrency();
    this.bucket =
        limits.tokensPerMinute() == LlmProvider.UNLIMITED
            ? null
            : new TokensPerMinute(limits.tokensPerMinute());
  }

  /** Begins the request's call, now or later; false if it is refused. */
  boolean ask(Request request, long now) {
    if (free > 0 && waiting.isEmpty() && timeOfTokens(request, now) == now) {
      begin(request, now);
      return true;
    } else if (limits.excess() == LlmProvider.Excess.REJECT) {
      return false;
    }
    request.since = now;
    request.awaitsIo = true;
    waiting.add(request.number);
    queue.add(now, 1);
    call(request).waits(request, now);
    requests.refuseMoreThanMost(waiting.size());
    grant(now);
    return true;
  }

  private long timeOfTokens(Request request, long now) {
    return bucket == null ? now : bucket.time(request.tokens(), now);
  }

  private void begin(Request request, long now) {
    free--;
    underWay.add(now, 1);
    if (bucket != null) {
      bucket.take(request.tokens(), now);
    }
    call(request).begin(request, now);
  }

  private LlmStation call(Request request) {
    return calls[Trace.step(request.step(request.position))];
  }

  /** A call is over. */
  void release(long now) {
    free++;
    underWay.add(now, -1);
    grant(now);
  }

  private void grant(long now) {
    while (free > 0 && !waiting.isEmpty()) {
      Request first = requests.get(waiting.peek());
      boolean dead = first.replica == Request.DEAD;
      long time = dead ? now : timeOfTokens(first, now);
      if (time > now) {
        schedule(time);
        return;
      }
      waiting.poll();
      queue.add(now, -1);
      if (dead) {
        requests.close(first);
      } else {
        first.poolWaits[waitIndex] += now - first.since;
        begin(first, now);
      }
    }
    schedule(Agenda.NEVER);
  }

  @Override
  public void fire(long now) {
    grant(now);
  }

  /** The end of the warm-up: gauges start anew. */
  void restart(long now) {
    underWay.restart(now);
    queue.restart(now);
  }

  ProviderRun read(long now) {
    return new ProviderRun(limits.name(), underWay.read(now), queue.read(now));
  }
}
