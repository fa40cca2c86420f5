package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcome;
import java.util.List;

/** What becomes of the calls that one endpoint serves, from when they reach the service. */
final class CallBooks {

  private final EndpointBooks books;
  private final Window window;

  CallBooks(String endpoint, int steps, List<String> categories, Window window) {
    this.books = new EndpointBooks(endpoint, steps, categories);
    this.window = window;
  }

  void arrived(long now) {
    if (now >= window.from()) {
      books.offered();
    }
  }

  void ended(Request call, Outcome outcome, long now) {
    boolean counts = call.arrival >= window.from();
    if (outcome == Outcome.COMPLETED) {
      if (counts) {
        books.completed(call, now - call.arrival);
      }
      if (now > window.from()) {
        books.completedInTime();
      }
    } else if (counts) {
      books.failed(outcome);
    }
  }

  void stillInside(Request call) {
    if (call.arrival >= window.from()) {
      books.stillInside();
    }
  }

  EndpointRun read(double measuredSeconds) {
    return books.read(measuredSeconds);
  }
}
