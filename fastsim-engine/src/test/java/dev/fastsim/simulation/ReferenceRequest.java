package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, its way so far, and what it has to do at the service that it is in or bound for. */
final class ReferenceRequest {

  /** A step as one request takes it; of a call, {@code nanos} there and others back. */
  record Work(Step step, long nanos, long back, @Nullable Call call) {
    Work(Step step, long nanos, long back) {
      this(step, nanos, back, null);
    }
  }

  /** What a call of a language model needs after its first token, and in all. */
  record Call(long output, long inputTokens, long outputTokens) {
    long tokens() {
      return inputTokens + outputTokens;
    }
  }

  /** The number of the endpoint that the client called. */
  int endpoint;

  final long arrival;

  /** Null while inside. */
  @Nullable Outcome outcome;

  long end;

  /** What is to be done at the end of a call; null for a client's own request. */
  @Nullable Runnable answer;

  /** Where the time went, in nanoseconds. */
  final Map<String, Long> spent = new HashMap<>();

  /** What was drawn on arrival for ways to be gone later. */
  final Map<ReferenceNetwork.Way, List<ReferenceLink.Draw>> drawn = new HashMap<>();

  /** When it left over the latest link. */
  long departure;

  /** Services reached so far. */
  int services;

  boolean bodyIsDrawn;
  final List<Work> work = new ArrayList<>();
  long ram;
  int next;
  boolean holdsCore;

  /** What its calls of language models cost, in picodollars. */
  long spentOnCalls;

  /** The number of the ready queue it waits in. */
  int loop;

  /** When the latest wait began. */
  long since;

  ReferenceRequest(long arrival) {
    this.arrival = arrival;
  }

  void spend(String category, long nanos) {
    spent.merge(category, nanos, Long::sum);
  }

  /** Forgets what it had to do at the service before. */
  void forgetWork() {
    work.clear();
    ram = 0;
    next = 0;
    bodyIsDrawn = false;
  }
}
