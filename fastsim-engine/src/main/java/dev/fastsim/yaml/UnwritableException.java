package dev.fastsim.yaml;

/** A scenario that a file cannot say. */
final class UnwritableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String reason;

  private UnwritableException(String path, String reason) {
    super((path.isEmpty() ? "" : path + ": ") + reason);
    this.path = path;
    this.reason = reason;
  }

  UnwritableException(String reason) {
    this("", reason);
  }

  /** The same for a value below this key. */
  UnwritableException under(String key) {
    return new UnwritableException(path.isEmpty() ? key : key + "." + path, reason);
  }
}
