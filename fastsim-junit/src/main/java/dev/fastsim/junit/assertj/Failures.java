package dev.fastsim.junit.assertj;

/** Where failed assertions go: they are thrown, or collected by soft assertions. */
interface Failures {

  Failures THROWN =
      error -> {
        throw error;
      };

  void report(AssertionError error);
}
