package dev.fastsim.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where requests leave a service that others call: calls are answered, the rest goes on. */
final class CallExit implements Onward {

  private final Ledger ledger;

  /** Null if requests reach the service by calls alone. */
  private final @Nullable Onward onward;

  CallExit(Ledger ledger, @Nullable Onward onward) {
    this.ledger = ledger;
    this.onward = onward;
  }

  @Override
  public void send(Request request, long now) {
    CallStation call = request.call;
    if (call == null) {
      Objects.requireNonNull(onward, "no link leaves the service").send(request, now);
    } else {
      ledger.answered(request, call, now);
    }
  }
}
