package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books: every request is entered once when it arrives and once when it ends. Requests that
 * arrive during the warm-up are simulated but not counted.
 */
final class Ledger {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Requests requests;
  private final Witness witness;
  private final Window window;

  /** By endpoint that clients call. */
  private final EndpointBooks[] books;

  private final List<String> categories;
  private final int steps;
  private final CompletionSeries completions;

  private Clients clients = Clients.UNCONCERNED;

  /** Integral of the number of requests inside, in nanoseconds. */
  private double insideArea;

  /** Of calls of language models; null if there are none. */
  private final @Nullable LlmBooks llm;

  Ledger(
      Scenario scenario,
      StepTable steps,
      Requests requests,
      Window window,
      @Nullable LlmBooks llm,
      Witness witness) {
    this.requests = requests;
    this.witness = witness;
    this.window = window;
    this.llm = llm;
    this.steps = steps.count();
    this.categories = steps.categories();
    this.books =
        scenario.endpoints().stream()
            .map(endpoint -> new EndpointBooks(endpoint.name(), steps.count(), categories))
            .toArray(EndpointBooks[]::new);
    this.completions = new CompletionSeries(window.to());
  }

  /** Opens books for the calls of an endpoint. */
  CallBooks booksForCalls(String endpoint) {
    return new CallBooks(endpoint, steps, categories, window);
  }

  /** Tells those who wait for their requests of each one's end. */
  void tell(Clients waiting) {
    clients = waiting;
  }

  void arrived(Request request) {
    witness.arrived(request.number, request.arrival);
    if (counts(request)) {
      books[request.endpoint].offered();
    }
  }

  /** The request, or its response, is lost on a link that it leaves for now or later. */
  void lost(Request request, long time) {
    if (time > window.to()) {
      stillInside(request);
      requests.close(request);
    } else {
      failed(request, Outcome.DROPPED, time);
    }
  }

  /** The request ends without a response. */
  void failed(Request request, Outcome outcome, long now) {
    enterEnd(request, outcome, now);
    requests.close(request);
  }

  /** The request ends with the replica it was inside; something may still refer to it. */
  void killed(Request request, boolean referredTo, long now) {
    enterEnd(request, Outcome.DROPPED, now);
    if (referredTo) {
      requests.kill(request);
    } else {
      requests.close(request);
    }
  }

  /** A call is served, and its answer is on its way. */
  void answered(Request call, CallStation caller, long now) {
    caller.ended(call, Outcome.COMPLETED, now);
    requests.close(call);
  }

  /** Failures of calls are their callers' to know. */
  private void enterEnd(Request request, Outcome outcome, long time) {
    if (request.call == null) {
      enterFailure(request, outcome, time);
    } else {
      request.call.ended(request, outcome, time);
    }
  }

  private void enterFailure(Request request, Outcome outcome, long time) {
    if (counts(request)) {
      books[request.endpoint].failed(outcome);
    }
    insideArea += window.overlap(request.arrival, time);
    witness.ended(request.number, outcome, time);
    clients.ended(request, time);
  }

  /** The request is served, and its response is on its way. */
  void completed(Request request, long finish) {
    if (finish > window.to()) {
      stillInside(request);
      requests.close(request);
      return;
    }
    EndpointBooks its = books[request.endpoint];
    if (counts(request)) {
      long nanos = finish - request.arrival;
      its.completed(request, nanos);
      insideArea += nanos;
      if (llm != null) {
        llm.completed(request);
      }
    } else {
      insideArea += window.overlap(request.arrival, finish);
    }
    if (finish > window.from()) {
      its.completedInTime();
    }
    completions.add(finish);
    witness.ended(request.number, Outcome.COMPLETED, finish);
    clients.ended(request, finish);
    requests.close(request);
  }

  /** The end of the run: whoever is still inside is entered as such. */
  void closeBooks() {
    requests.forEachOpen(this::stillInside);
  }

  private void stillInside(Request request) {
    if (request.call != null) {
      request.call.stillInside(request);
      return;
    }
    if (counts(request)) {
      books[request.endpoint].stillInside();
    }
    insideArea += window.overlap(request.arrival, window.to());
  }

  private boolean counts(Request request) {
    return request.arrival >= window.from();
  }

  /** What was counted up to a time that is now or the horizon. */
  List<EndpointRun> endpoints(long time) {
    return Arrays.stream(books).map(each -> each.read(measuredSeconds(time))).toList();
  }

  double measuredSeconds(long time) {
    return (time - window.from()) / NANOS_PER_SECOND;
  }

  double requestsInside(long time) {
    return insideArea / (time - window.from());
  }

  CompletionSeries completions() {
    return completions;
  }
}
