package dev.fastsim.simulation;

import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A provider of language models; calls go on, and wait, even if their request is killed. */
final class ReferenceProvider {

  private static final long MINUTE = 60_000_000_000L;

  /** A call and where it is made. */
  private record Asked(ReferenceRequest request, ReferenceReplica replica, long since) {}

  /** What was counted of a step. */
  static final class Counted {
    long calls;
    long refused;
    long inputTokens;
    long outputTokens;
    long picodollars;
    final List<Long> firstTokens = new ArrayList<>();
  }

  private final ReferenceSimulator simulator;
  private final LlmProvider limits;
  private final int number;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private int busy;

  /** Tokens in the bucket, times a minute in nanoseconds. */
  private BigInteger level;

  private long asOf;
  final Timeline underWay = new Timeline();
  final Timeline queue = new Timeline();
  private final Map<String, Counted> counted = new HashMap<>();

  ReferenceProvider(ReferenceSimulator simulator, LlmProvider limits, int number) {
    this.simulator = simulator;
    this.limits = limits;
    this.number = number;
    this.level = capacity();
  }

  private BigInteger capacity() {
    return BigInteger.valueOf(limits.tokensPerMinute()).multiply(BigInteger.valueOf(MINUTE));
  }

  private long now() {
    return simulator.clock.now();
  }

  Counted counted(Step step) {
    return counted.computeIfAbsent(step.name(), name -> new Counted());
  }

  void ask(ReferenceRequest request, ReferenceReplica replica) {
    if (limits.excess() == LlmProvider.Excess.REJECT
        && (busy == limits.concurrency() || timeOfTokens(request) > now())) {
      counted(request.work.get(request.next).step()).refused += counts(request) ? 1 : 0;
      replica.refuse(request);
      return;
    }
    waiting.add(new Asked(request, replica, now()));
    queue.add(now(), 1);
    grant();
  }

  private boolean counts(ReferenceRequest request) {
    return request.arrival >= simulator.warmUp;
  }

  private static ReferenceRequest.Call call(ReferenceRequest request) {
    return Objects.requireNonNull(request.work.get(request.next).call());
  }

  private void grant() {
    while (busy < limits.concurrency() && !waiting.isEmpty()) {
      Asked first = waiting.element();
      boolean alive = first.request.outcome == null;
      long time = alive ? timeOfTokens(first.request) : now();
      if (time > now()) {
        simulator.saw(Incident.WAITED_FOR_TOKENS, true);
        simulator.clock.at(time, Kind.PROVIDER, number, this::grant);
        return;
      }
      waiting.remove();
      queue.add(now(), -1);
      simulator.saw(Incident.KILLED_IN_QUEUE_OF_PROVIDER, !alive);
      if (alive) {
        simulator.saw(Incident.WAITED_FOR_PROVIDER, now() > first.since);
        first.request.spend("provider " + limits.name() + " wait", now() - first.since);
        begin(first);
      }
    }
  }

  private BigInteger parts(ReferenceRequest request) {
    return BigInteger.valueOf(Math.min(limits.tokensPerMinute(), call(request).tokens()))
        .multiply(BigInteger.valueOf(MINUTE));
  }

  /** When there are enough tokens. */
  private long timeOfTokens(ReferenceRequest request) {
    if (limits.tokensPerMinute() == LlmProvider.UNLIMITED) {
      return now();
    }
    BigInteger perNano = BigInteger.valueOf(limits.tokensPerMinute());
    level = level.add(perNano.multiply(BigInteger.valueOf(now() - asOf))).min(capacity());
    asOf = now();
    BigInteger missing = parts(request).subtract(level).max(BigInteger.ZERO);
    BigInteger[] wait = missing.divideAndRemainder(perNano);
    return now() + wait[0].longValueExact() + wait[1].signum();
  }

  private void begin(Asked asked) {
    ReferenceRequest request = asked.request;
    Step.Llm step = (Step.Llm) request.work.get(request.next).step();
    ReferenceRequest.Call call = call(request);
    busy++;
    underWay.add(now(), 1);
    asked.replica.callBegins();
    level =
        limits.tokensPerMinute() == LlmProvider.UNLIMITED ? level : level.subtract(parts(request));
    long cost =
        call.inputTokens() * step.prices().picodollarsPerInputToken()
            + call.outputTokens() * step.prices().picodollarsPerOutputToken();
    request.spentOnCalls += cost;
    Counted its = counted(step);
    if (counts(request)) {
      its.calls++;
      its.inputTokens += call.inputTokens();
      its.outputTokens += call.outputTokens();
      its.picodollars += cost;
    }
    long first = request.work.get(request.next).nanos();
    request.spend(step.name() + " first token", first);
    request.spend(step.name() + " output", call.output());
    int position = 2 * simulator.steps.indexOf(step.name());
    simulator.clock.at(
        now() + first,
        Kind.IO,
        position,
        () -> {
          if (request.outcome != null) {
            simulator.saw(Incident.KILLED_IN_CALL, true);
            release();
            return;
          }
          if (counts(request)) {
            its.firstTokens.add(now() - asked.since);
          }
          simulator.clock.at(now() + call.output(), Kind.IO, position, () -> end(asked));
        });
  }

  private void end(Asked asked) {
    if (asked.request.outcome == null) {
      asked.replica.callEnds(asked.request);
      release();
      asked.replica.goOnAfterCall(asked.request);
    } else {
      release();
    }
  }

  private void release() {
    busy--;
    underWay.add(now(), -1);
    grant();
  }
}
