package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.simulation.StepTable.Kind;

/**
 * The calls of one LLM step that are under way: until the first token, then until the last. A call
 * is two steps of a trace, one after the other.
 */
final class LlmStation extends Station {

  private final Requests requests;
  private final Replica[] replicas;
  private final StepTable steps;
  private final LlmBooks books;
  private final int call;
  private final TimerQueue underWay;

  @SuppressWarnings("NullAway.Init") // connected before the first request
  private Provider provider;

  /**
   * Makes room for the calls of a step.
   *
   * @param call its number among the LLM steps
   */
  LlmStation(
      Agenda agenda,
      Requests requests,
      Replica[] replicas,
      StepTable steps,
      LlmBooks books,
      int call) {
    super(agenda);
    this.requests = requests;
    this.replicas = replicas;
    this.steps = steps;
    this.books = books;
    this.call = call;
    this.underWay = new TimerQueue(requests::fetch);
  }

  void connect(Provider itsProvider) {
    provider = itsProvider;
  }

  /** The request's next step is this call; false if the provider refuses it. */
  boolean ask(Request request, long now) {
    request.asked = now;
    boolean admitted = provider.ask(request, now);
    if (!admitted) {
      books.refused(call, request);
    }
    return admitted;
  }

  /** The provider lets a call wait. */
  void waits(Request request, long now) {
    int step = Trace.step(request.step(request.position));
    replicas[request.replica].callWaits(request, step, now);
  }

  /** The provider begins with a call. */
  void begin(Request request, long now) {
    request.awaitsIo = true;
    books.begun(call, request);
    long word = request.step(request.position);
    replicas[request.replica].callBegins(request, Trace.step(word), now);
    wake(request, now + Trace.nanos(word));
  }

  private void wake(Request request, long time) {
    if (time < underWay.nextTime()) {
      schedule(time);
    }
    underWay.add(time, request.number);
  }

  @Override
  public void fire(long now) {
    Request request = requests.get(underWay.poll());
    if (request.replica == Request.DEAD) {
      requests.close(request);
      provider.release(now);
    } else if (steps.kind[Trace.step(request.step(request.position))] == Kind.LLM) {
      books.firstToken(call, request, now);
      request.position++;
      long word = request.step(request.position);
      replicas[request.replica].callAnswers(request, Trace.step(word), now);
      wake(request, now + Trace.nanos(word));
    } else {
      request.position++;
      request.awaitsIo = false;
      Replica replica = replicas[request.replica];
      replica.callEnds(now);
      provider.release(now);
      replica.proceed(request, now);
    }
    schedule(underWay.nextTime());
  }
}
