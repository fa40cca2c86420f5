package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dry run finds: one class for each thing that no request can do. */
class BodyMistakesTest {

  private static final String FILE = "\\(BodyMistakesTest\\.java:\\d+\\)";

  @ArrivalRate("1/s")
  static class Spinning {
    private int turns;

    @Endpoint
    void go() {
      spin();
    }

    private void spin() {
      while (true) {
        try {
          turns++;
        } catch (RuntimeException none) {
          turns--;
        }
      }
    }
  }

  @ArrivalRate("1/s")
  static class Stepping {
    @CpuStep("1 ms")
    void step() {}

    @Endpoint
    void go() {
      do {
        step();
      } while (Flow.chance(1));
    }
  }

  @ArrivalRate("1/s")
  static class Recursive {
    @Endpoint
    void go() {
      again(1);
    }

    @SuppressWarnings("InfiniteRecursion")
    private int again(int depth) {
      return again(depth + 1) + 1;
    }
  }

  @ArrivalRate("1/s")
  static class Streaming {
    @Endpoint
    long go() {
      return Stream.generate(() -> 1).filter(one -> one == 2).count();
    }
  }

  @Test
  void aBodyThatNeverEndsIsStopped() {
    assertThat(Refusal.of(Spinning.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Spinning\\.go: never ends: its loops had turned 10000000 times and"
                + " were still turning, last in BodyMistakesTest\\.Spinning\\.spin "
                + FILE);
    assertThat(Refusal.of(Stepping.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Stepping\\.go: never ends: it had taken 100000 steps and was still"
                + " running, last in BodyMistakesTest\\.Stepping\\.step "
                + FILE);
    assertThat(Refusal.of(Recursive.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Recursive\\.go: never ends: it calls itself without end, in"
                + " BodyMistakesTest\\.Recursive\\.again "
                + FILE);
    assertThat(Refusal.of(Streaming.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Streaming\\.go: never ends: its loops had turned 10000000 times and"
                + " were still turning, last in BodyMistakesTest\\.Streaming\\.lambda.* "
                + FILE);
  }

  @ArrivalRate("1/s")
  static class Throwing {
    @Endpoint
    void fine() {}

    @Endpoint
    void go() {
      throw new IllegalStateException("boom");
    }
  }

  @ArrivalRate("1/s")
  static class ThrowingConstructor {
    ThrowingConstructor() {
      throw new IllegalStateException("no database");
    }

    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  static class ThrowingInitialiser {
    static final int PORT = Integer.parseInt("none");

    @Endpoint
    void go() {}
  }

  @Test
  void whatIsThrownIsReported() {
    assertThat(Refusal.of(Throwing.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Throwing\\.go: its body threw java.lang.IllegalStateException:"
                + " boom, in BodyMistakesTest\\.Throwing\\.go "
                + FILE);
    assertThat(Refusal.of(ThrowingConstructor.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.ThrowingConstructor: no instance of BodyMistakesTest\\.ThrowingConstructor can be made: its constructor threw"
                + " java.lang.IllegalStateException: no database, in the constructor of"
                + " BodyMistakesTest\\.ThrowingConstructor "
                + FILE);
    assertThat(Refusal.of(ThrowingInitialiser.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.ThrowingInitialiser: no instance of BodyMistakesTest\\.ThrowingInitialiser can be made: a static initialiser"
                + " threw java.lang.NumberFormatException: For input string: \"none\", in the"
                + " static initialiser of BodyMistakesTest\\.ThrowingInitialiser "
                + FILE);
  }

  @ArrivalRate("1/s")
  static class SteppingConstructor {
    SteppingConstructor() {
      warmUp();
    }

    @CpuStep("1 ms")
    void warmUp() {}

    @Endpoint
    void go() {}
  }

  @ArrivalRate("1/s")
  static class SteppingInitialiser {
    @Endpoint
    void go() {
      Table.step();
    }

    static final class Table {
      static {
        step();
      }

      @CpuStep("1 ms")
      static void step() {}
    }
  }

  @ArrivalRate("1/s")
  static class DrawingConstructor {
    private final boolean lucky = Flow.chance(0.5);

    @Endpoint
    boolean go() {
      return lucky;
    }
  }

  @Test
  void stepsAndDrawsOutsideOfARequestAreRefused() {
    assertThat(Refusal.of(SteppingConstructor.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.SteppingConstructor: no instance of BodyMistakesTest\\.SteppingConstructor can be made: step"
                + " BodyMistakesTest\\.SteppingConstructor\\.warmUp was called by the constructor"
                + " of BodyMistakesTest\\.SteppingConstructor "
                + FILE
                + ", outside of a request; call it from the body of an @Endpoint method");
    assertThat(Refusal.of(SteppingInitialiser.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.SteppingInitialiser\\.go: step"
                + " BodyMistakesTest\\.SteppingInitialiser\\.Table\\.step was called by the static"
                + " initialiser of BodyMistakesTest\\.SteppingInitialiser\\.Table "
                + FILE
                + ", outside of a request; call it from the body of an @Endpoint method");
    assertThat(Refusal.of(DrawingConstructor.class))
        .singleElement()
        .asString()
        .contains("Flow.chance was called by the constructor of");
  }

  @ArrivalRate("1/s")
  static class Improbable {
    @Endpoint
    boolean go() {
      return Flow.chance(1.5);
    }
  }

  @ArrivalRate("1/s")
  static class Undrawable {
    @Endpoint
    double go() {
      return Flow.sample("zipff(10, 1)");
    }
  }

  @Test
  void drawsMustBePossible() {
    assertThat(Refusal.of(Improbable.class))
        .singleElement()
        .asString()
        .matches(
            "BodyMistakesTest\\.Improbable\\.go: its body threw java.lang.IllegalArgumentException:"
                + " a probability must be from 0 to 1, but is 1.5, in"
                + " BodyMistakesTest\\.Improbable\\.go "
                + FILE);
    assertThat(Refusal.of(Undrawable.class))
        .singleElement()
        .asString()
        .startsWith("BodyMistakesTest.Undrawable.go: its body threw dev.fastsim.random.")
        .contains("'zipff(10, 1)' is not a distribution", "did you mean zipf?");
  }

  @ArrivalRate("1/s")
  static class Parallel {
    @CpuStep("1 ms")
    void step(int item) {}

    @Endpoint
    void go() throws InterruptedException {
      Thread thread = new Thread(() -> step(1), "helper");
      thread.setUncaughtExceptionHandler((where, thrown) -> {});
      thread.start();
      thread.join();
    }
  }

  @Test
  void stepsOnOtherThreadsAreRefused() {
    assertThat(Refusal.of(Parallel.class))
        .containsExactly(
            "BodyMistakesTest.Parallel.go: step BodyMistakesTest.Parallel.step was called on"
                + " another thread, 'helper'; a body must neither start threads nor use parallel"
                + " streams");
  }

  @ArrivalRate("1/s")
  static class Swallowing {
    @CpuStep("1 ms")
    void step() {}

    @Endpoint
    void go() {
      try {
        IntStream.range(0, 200_000).forEach(i -> step());
      } catch (Throwable swallowed) {
        step();
      }
    }
  }

  @Test
  void aBodyCannotSwallowThatItWasStopped() {
    assertThat(Refusal.of(Swallowing.class))
        .singleElement()
        .asString()
        .contains("never ends: it had taken 100000 steps");
  }

  @ArrivalRate("1/s")
  static class Other {
    @Endpoint
    void other() {
      work();
    }

    @CpuStep("1 ms")
    void work() {}
  }

  @ArrivalRate("1/s")
  static class Borrowing {
    private final Other other = new Other();

    @Endpoint
    void go() {
      other.work();
    }
  }

  @ArrivalRate("1/s")
  static class Reflecting {
    @Endpoint
    void go() throws ReflectiveOperationException {
      Class.forName("dev.fastsim.model.BodyMistakesTest$Hidden")
          .getDeclaredMethod("work")
          .invoke(null);
    }
  }

  static final class Hidden {
    private Hidden() {}

    @CpuStep("1 ms")
    static void work() {}
  }

  @Test
  void stepsThatAreNotTheModelsAreNeverSilent() {
    assertThat(Refusal.of(Borrowing.class))
        .containsExactly(
            "BodyMistakesTest.Borrowing.go: BodyMistakesTest.Other.work is a step of another model,"
                + " BodyMistakesTest.Other, and cannot be a step of BodyMistakesTest.Borrowing too;"
                + " move it to a class without endpoints that both models use, or call an endpoint of"
                + " BodyMistakesTest.Other by a @Remote field");
    assertThat(Refusal.of(Reflecting.class))
        .containsExactly(
            "BodyMistakesTest.Reflecting.go: BodyMistakesTest.Hidden.work is a step that"
                + " BodyMistakesTest.Reflecting calls, but no code of BodyMistakesTest.Reflecting"
                + " refers to BodyMistakesTest.Hidden; name that class in the model, so that its"
                + " steps are known before it runs");
  }

  @ArrivalRate("1/s")
  static class EndlessLater {
    @Endpoint
    void go() {
      while (Flow.now().toNanos() > 0) {
        Flow.now();
      }
    }
  }

  @Test
  void whatTheDryRunDoesNotMeetFailsTheProgram() {
    Trace trace = new Trace(ServiceModel.read(EndlessLater.class));
    trace.now = 1;
    for (int i : List.of(1, 2)) {
      try (ProgramSource.Program program = trace.open()) {
        assertThatExceptionOfType(ProgramException.class)
            .as("run %s", i)
            .isThrownBy(() -> program.run(0))
            .withMessageStartingWith(
                "endpoint 'go' (BodyMistakesTest.EndlessLater.go): never ends: its loops had turned"
                    + " 10000000 times");
      }
    }
  }
}
