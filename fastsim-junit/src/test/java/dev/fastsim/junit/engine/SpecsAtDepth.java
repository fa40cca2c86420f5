package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Endpoint;

/** Models nested in a class that is none. */
final class SpecsAtDepth {

  private SpecsAtDepth() {}

  @ArrivalRate("1/s")
  abstract static class Base {
    @Endpoint
    void get() {}
  }

  static class First extends Base {
    static class InAModel extends Base {}
  }

  static class Group {
    static class Second extends Base {}
  }
}
