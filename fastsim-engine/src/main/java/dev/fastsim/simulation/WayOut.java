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
  void drawAhead(int slot) {
    if (drawnAhead) {
      way.draw(slot);
    }
  }

  @Override
  public void send(int slot, long now) {
    long finish = drawnAhead ? way.travelAsDrawn(slot, now) : way.travel(slot, now);
    if (finish < 0) {
      ledger.lost(slot, ~finish);
    } else {
      ledger.completed(slot, finish);
    }
  }
}
