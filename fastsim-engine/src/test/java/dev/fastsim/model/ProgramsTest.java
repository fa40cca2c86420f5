package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What programs share (classes) and what each has to itself (instance, recorder). */
class ProgramsTest {

  @ArrivalRate("10/s")
  static class Counter {

    private int calls;

    @CpuStep("1 ms")
    void odd() {}

    @CpuStep("1 ms")
    void even() {}

    private Counter() {}

    @Endpoint
    void count() {
      if (++calls % 2 == 1) {
        odd();
      } else {
        even();
      }
    }

    @Endpoint
    private static void fixed() {
      for (int i = 0; i < 2; i++) {
        new Counter().even();
      }
    }
  }

  @Test
  void eachProgramHasAFreshInstanceAndKeepsItForAllItsRequests() {
    ServiceModel model = ServiceModel.read(Counter.class);
    for (int replication = 0; replication < 3; replication++) {
      Trace trace = new Trace(model);
      try (ProgramSource.Program program = trace.open()) {
        program.run(0);
        program.run(0);
        program.run(0);
        program.run(1);
      }
      assertThat(trace.steps).containsExactly("odd", "even", "odd", "even", "even");
    }
  }

  @Test
  void programsOpenAtOnceOnTwoThreadsDoNotDisturbEachOther() throws Exception {
    ServiceModel model = ServiceModel.read(Counter.class);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Callable<List<String>> replication =
        () -> {
          Trace trace = new Trace(model);
          try (ProgramSource.Program program = trace.open()) {
            together.await(10, TimeUnit.SECONDS);
            for (int i = 0; i < 10_000; i++) {
              program.run(i % 3 == 2 ? 1 : 0);
            }
            together.await(10, TimeUnit.SECONDS);
          }
          return trace.steps;
        };
    try {
      Future<List<String>> first = threads.submit(replication);
      Future<List<String>> second = threads.submit(replication);
      assertThat(first.get()).hasSize(13_333).isEqualTo(second.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void programsOpenAtOnceOnOneThreadDoNotDisturbEachOther() {
    ServiceModel model = ServiceModel.read(Counter.class);
    Trace outer = new Trace(model);
    Trace inner = new Trace(model);
    try (ProgramSource.Program program = outer.open()) {
      program.run(0);
      try (ProgramSource.Program other = inner.open()) {
        other.run(1);
      }
      program.run(0);
    }
    assertThat(outer.steps).containsExactly("odd", "even");
    assertThat(inner.steps).containsExactly("even", "even");
  }

  @Test
  void allEndpointsShareOneSource() {
    ServiceModel model = ServiceModel.read(Counter.class);

    assertThat(model.scenario().endpoints())
        .extracting(endpoint -> ((Body.Recorded) endpoint.body()).source())
        .containsOnly(new Trace(model).source);
  }

  @ArrivalRate("10/s")
  static class Failing {

    @CpuStep("1 ms")
    void work() {}

    @Endpoint("GET /late")
    void late() {
      work();
      if (Flow.now().toNanos() > 0) {
        fail();
      }
    }

    @CpuStep("1 ms")
    void fail() {
      for (int i = 0; i < 3; i++) {
        if (i == 2) {
          throw new IllegalStateException("too late");
        }
      }
    }
  }

  @Test
  void whatABodyThrowsIsTheCauseAndKeepsItsLineNumbers() {
    IllegalStateException plain = catchIllegalStateException(new Failing()::fail);
    StackTraceElement line = plain.getStackTrace()[0];
    Trace trace = new Trace(ServiceModel.read(Failing.class));
    trace.now = 1;
    try (ProgramSource.Program program = trace.open()) {
      ProgramException thrown = catchThrowableOfType(ProgramException.class, () -> program.run(0));
      assertThat(thrown)
          .hasMessage(
              "endpoint 'GET /late' (ProgramsTest.Failing.late): its body threw"
                  + " java.lang.IllegalStateException: too late, in ProgramsTest.Failing.fail"
                  + " (ProgramsTest.java:%d)",
              line.getLineNumber());
      assertThat(Objects.requireNonNull(thrown.getCause()).getStackTrace()[0])
          .hasToString(
              "dev.fastsim.model.ProgramsTest$Failing.fail(ProgramsTest.java:%d)",
              line.getLineNumber());
    }
    trace.now = 0;
    try (ProgramSource.Program program = trace.open()) {
      program.run(0);
    }
    assertThat(trace.steps).containsExactly("work", "fail", "work");
  }

  @ArrivalRate("10/s")
  static class Resourceful {

    private final String text;

    @CpuStep("1 ms")
    void found() {}

    Resourceful() throws Exception {
      try (InputStream in = getClass().getResourceAsStream("beside-the-model.txt")) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
    }

    @Endpoint
    void go() {
      String home = getClass().getProtectionDomain().getCodeSource().getLocation().getPath();
      boolean same = getClass().getPackage() == Flow.class.getPackage();
      if (text.equals("found me")
          && home.endsWith("test-classes/")
          && !same
          && getClass().getPackageName().equals("dev.fastsim.model")
          && getClass().getResource("/dev/fastsim/model/beside-the-model.txt") != null
          && Thread.currentThread().getContextClassLoader() != getClass().getClassLoader()) {
        found();
      }
    }
  }

  @Test
  void resourcesAndCodeSourceAreThoseOfTheApplication() {
    assertThat(Trace.of(Resourceful.class)).containsExactly("found");
  }

  @Test
  void aModelIsNotInitialisedInTheApplicationsLoader() {
    ServiceModel.read(Loud.class);

    assertThat(System.getProperties().remove("dev.fastsim.model.loud"))
        .as("loader that initialised the class")
        .isNotNull()
        .isNotEqualTo(String.valueOf(System.identityHashCode(getClass().getClassLoader())));
  }

  @ArrivalRate("10/s")
  static class Loud {

    static {
      System.setProperty(
          "dev.fastsim.model.loud",
          String.valueOf(System.identityHashCode(Loud.class.getClassLoader())));
    }

    @Endpoint
    void go() {}
  }

  @Test
  void aClosedProgramRefusesToRunAndClosingTwiceIsHarmless() {
    ServiceModel model = ServiceModel.read(Counter.class);
    Trace trace = new Trace(model);
    ProgramSource.Program program = trace.open();
    program.close();
    program.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> program.run(0))
        .withMessage("the program is closed");
    List<ProgramSource.Program> open = new ArrayList<>(Collections.nCopies(2, null));
    open.replaceAll(none -> new Trace(model).open());
    open.get(0).run(0);
    open.get(1).run(0);
    open.forEach(ProgramSource.Program::close);
  }
}
