package dev.fastsim.simulation;

/** A way back to the clients. When a response gets there is known when it leaves. */
final class WayOut implements Onward {

  private final Ledger ledger;
  private final Way way;

  /** Whether its links' draws are made when the request arrives. */
  private final boolean drawnAhead;

  WayOut(Ledger ledger, Way way, boolean drawnAhead) {
    this.ledger = ledger;
    this.way = way;
    this.drawnAhead = drawnAhead;
  }

  /** Called when the request arrives, if what it draws is needed. */
  void drawAhead(Request request) {
    if (drawnAhead) {
      way.draw(request);
    }
  }

  boolean isDrawnAhead() {
    return drawnAhead;
  }

  @Override
  public void send(Request request, long now) {
    if (drawnAhead) {
      sendAt(request, now);
    } else {
      arrive(request, way.travel(request, now));
    }
  }

  /** Sends a request whose draws are made, and which will leave now or later. */
  void sendAt(Request request, long departure) {
    arrive(request, way.travelAsDrawn(request, departure));
  }

  private void arrive(Request request, long finish) {
    if (finish < 0) {
      ledger.lost(request, ~finish);
    } else {
      ledger.completed(request, finish);
    }
  }
}
