package dev.fastsim.junit.engine;

/**
 * Tells a test what a model does. Models are loaded anew for every simulation, so the two meet in
 * the system properties.
 */
final class Probe {

  private static final String KEY = Probe.class.getName();

  private Probe() {}

  /** A model was instantiated. */
  static void made() {
    if (System.getProperties().get(KEY) instanceof Runnable listener) {
      listener.run();
    }
  }

  static void listen(Runnable listener) {
    System.getProperties().put(KEY, listener);
  }

  static void stopListening() {
    System.getProperties().remove(KEY);
  }
}
