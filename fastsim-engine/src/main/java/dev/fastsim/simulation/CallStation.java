package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one step: requests on their way to the callee, each for a request that waits for the
 * answer, and answers on their way back.
 */
final class CallStation extends Station implements IoWait {

  private final Requests requests;
  private final Replica[] replicas;
  private final int step;
  private final @Nullable Recorder recorder;
  private final TimerQueue onTheWay;
  private final Answers answers;

  @SuppressWarnings("NullAway.Init") // connected before the first request
  private Cluster callee;

  private int endpoint;

  CallStation(
      Agenda agenda, Requests requests, Replica[] replicas, int step, @Nullable Recorder recorder) {
    super(agenda);
    this.requests = requests;
    this.replicas = replicas;
    this.step = step;
    this.recorder = recorder;
    this.onTheWay = new TimerQueue(requests::fetch);
    this.answers = new Answers(agenda);
  }

  /** Sets what is called. */
  void connect(Cluster service, int itsEndpoint) {
    callee = service;
    endpoint = itsEndpoint;
  }

  @Override
  public void start(Request caller, long until) {
    caller.awaitsIo = true;
    if (until < onTheWay.nextTime()) {
      schedule(until);
    }
    onTheWay.add(until, caller.number);
  }

  /** A call reaches the callee, even if whoever made it has been killed since. */
  @Override
  public void fire(long now) {
    Request caller = requests.get(onTheWay.poll());
    schedule(onTheWay.nextTime());
    Request call = requests.open(endpoint, now);
    call.serves(this, caller.number);
    call.sent = now - Trace.nanos(caller.step(caller.position - 1));
    if (recorder != null) {
      recorder.called(call, now);
    }
    callee.called(call, endpoint, now);
  }

  /** A call has ended; its answer, or the news of its failure, goes back. */
  void ended(Request call, Outcome outcome, long now) {
    if (recorder != null) {
      recorder.answered(call);
    }
    callee.books(endpoint).ended(call, outcome, now);
    Request caller = requests.get(call.caller);
    caller.addCall(call);
    caller.answer = outcome;
    answers.add(caller, now + Trace.nanos(caller.step(caller.position)));
  }

  /** A call is still being served at the end of the run. */
  void stillInside(Request call) {
    callee.books(endpoint).stillInside(call);
  }

  /** Answers on their way, by the number of whoever waits for them. */
  private final class Answers extends Station {

    private final TimerQueue inFlight = new TimerQueue(requests::fetch);

    Answers(Agenda agenda) {
      super(agenda);
    }

    void add(Request caller, long arrival) {
      if (arrival < inFlight.nextTime()) {
        schedule(arrival);
      }
      inFlight.add(arrival, caller.number);
    }

    @Override
    public void fire(long now) {
      Request caller = requests.get(inFlight.poll());
      if (caller.replica == Request.DEAD) {
        requests.close(caller);
      } else {
        caller.awaitsIo = false;
        caller.position++;
        Replica replica = replicas[caller.replica];
        replica.ioEnded(step, now);
        replica.answered(caller, now);
      }
      schedule(inFlight.nextTime());
    }
  }
}
