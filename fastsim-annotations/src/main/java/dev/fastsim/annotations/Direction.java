package dev.fastsim.annotations;

/** Which messages between clients and service a fault hits. */
public enum Direction {
  /** Requests and responses. */
  BOTH,
  /** Messages from the clients to the service. */
  REQUESTS,
  /** Messages from the service to the clients. */
  RESPONSES
}
