package dev.fastsim.model;

/**
 * Ends a body that does what no request can do. An error, so that model code that catches
 * exceptions lets it through.
 */
final class BodyStopped extends Error {

  private static final long serialVersionUID = 1L;

  BodyStopped(String message) {
    super(message);
  }
}
