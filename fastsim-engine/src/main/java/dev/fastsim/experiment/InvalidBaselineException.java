package dev.fastsim.experiment;

import org.apiguardian.api.API;

/** A file that is not the result of a simulation, or one that cannot be compared with. */
@API(status = API.Status.EXPERIMENTAL)
public final class InvalidBaselineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidBaselineException(String message) {
    super(message);
  }
}
