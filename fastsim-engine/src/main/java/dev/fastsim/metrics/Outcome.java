package dev.fastsim.metrics;

/** How a request ended. */
public enum Outcome {
  /** The client received the response. */
  COMPLETED,
  /** The request or the response was lost on a link. */
  DROPPED,
  /** A rate limiter or a full queue turned the request away. */
  REJECTED,
  /** The request waited too long for a connection. */
  TIMED_OUT
}
