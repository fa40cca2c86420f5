package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Step;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which calls are recorded as steps. */
class RecordedStepsTest {

  @ArrivalRate("10/s")
  static class AnyVisibility {

    @CpuStep("1 ms")
    private void hidden() {}

    @CpuStep("1 ms")
    final void unchanging() {}

    @CpuStep("1 ms")
    static void shared() {}

    @IoWait("1 ms")
    void local() {}

    @IoWait("1 ms")
    public synchronized void open() {}

    @CpuStep("1 ms")
    private static void hiddenAndShared() {}

    @Endpoint
    private void go() {
      hidden();
      unchanging();
      shared();
      local();
      open();
      hiddenAndShared();
    }
  }

  @Test
  void stepsOfAnyVisibilityAreRecordedInTheOrderOfTheirCalls() {
    assertThat(Trace.of(AnyVisibility.class))
        .containsExactly("hidden", "unchanging", "shared", "local", "open", "hiddenAndShared");
  }

  static final class Parser {
    @CpuStep("1 ms")
    int parse(String text, long times) {
      return text.length();
    }
  }

  enum Codec {
    FAST {
      @Override
      void header() {}
    };

    abstract void header();

    @CpuStep("1 ms")
    void encode() {
      header();
    }
  }

  record Gateway(String url) {
    @IoWait("9 ms")
    boolean charge(double amount) {
      return amount > 0;
    }
  }

  interface Store {
    void save();
  }

  static final class DiskStore implements Store {
    @Override
    @IoWait("2 ms")
    public void save() {}
  }

  @ArrivalRate("10/s")
  static class WithCollaborators {

    private final Parser parser = new Parser();
    private final Codec codec = Codec.FAST;
    private final Gateway gateway = new Gateway("https://pay");
    private final Store store = new DiskStore();

    @Endpoint
    void go() {
      if (parser.parse("abc", 2) == 3 && gateway.charge(1)) {
        codec.encode();
        store.save();
      }
    }
  }

  @Test
  void stepsOfCollaboratorsAreNamedAfterTheirClassAndKeepTheirParametersAndResults() {
    assertThat(Trace.of(WithCollaborators.class))
        .containsExactly("Parser.parse", "Gateway.charge", "Codec.encode", "DiskStore.save");
  }

  @ArrivalRate("10/s")
  static class Branching {

    @CpuStep("1 ms")
    void hit() {}

    @CpuStep("1 ms")
    void miss() {}

    @Endpoint
    void go() {
      for (int i = 0; i < Flow.sample("uniform(2, 5)"); i++) {
        if (Flow.chance(0.5)) {
          hit();
        } else {
          miss();
        }
      }
      if (Flow.now().toMillis() >= 7) {
        hit();
      }
    }
  }

  @Test
  void theFlowThroughABodyIsDecidedByTheRecorder() {
    Trace trace = new Trace(ServiceModel.read(Branching.class));
    try (ProgramSource.Program program = trace.open()) {
      program.run(0);
      trace.luck = false;
      trace.sample = 1;
      trace.now = 7_000_000;
      program.run(0);
    }
    assertThat(trace.steps).containsExactly("hit", "hit", "hit", "miss", "hit");
  }

  @ArrivalRate("10/s")
  static class Functional {

    @CpuStep("1 ms")
    void parse() {}

    @CpuStep("1 ms")
    private void load(String key) {}

    @CpuStep("1 ms")
    static void audit() {}

    @CpuStep("1 ms")
    int score(int item) {
      return item;
    }

    @Endpoint
    int go() {
      Runnable reference = this::parse;
      reference.run();
      List.of("a", "b").forEach(key -> load(key));
      Runnable toStatic = Functional::audit;
      toStatic.run();
      Supplier<Parser> constructor = Parser::new;
      constructor.get().parse("", 0);
      return IntStream.range(0, 2).map(this::score).sum();
    }
  }

  @Test
  void lambdasMethodReferencesAndStreamsCallSteps() {
    assertThat(Trace.of(Functional.class))
        .containsExactly("parse", "load", "load", "audit", "Parser.parse", "score", "score");
  }

  @ArrivalRate("10/s")
  static class Cached {

    private final Cache<Integer, String> cache = Caffeine.newBuilder().maximumSize(10).build();

    @IoWait("9 ms")
    String load(int key) {
      return "value";
    }

    @Endpoint
    String go() {
      return cache.get(1, this::load);
    }
  }

  @Test
  void aLibrarysCacheInAFieldWarmsUpWithinAProgramAndIsFreshInTheNext() {
    ServiceModel model = ServiceModel.read(Cached.class);
    Trace trace = new Trace(model);
    try (ProgramSource.Program program = trace.open()) {
      program.run(0);
      program.run(0);
    }
    assertThat(trace.steps).containsExactly("load");
    assertThat(Trace.of(model)).containsExactly("load");
  }

  @ArrivalRate("10/s")
  static class StepEndpoint {

    @Endpoint
    @CpuStep("1 ms")
    void go() {
      second();
    }

    @CpuStep("1 ms")
    @RamStep("64 MiB")
    void second() {}

    @RamStep("1 KiB")
    void unused() {}
  }

  @Test
  void anEndpointMayBeAStepAndMemoryStandsBesideAStepUnderANameOfItsOwn() {
    ServiceModel model = ServiceModel.read(StepEndpoint.class);

    assertThat(Trace.of(model)).containsExactly("go", "second memory", "second");
    assertThat(model.scenario().steps())
        .contains(new Step.Ram("second memory", 64L << 20), new Step.Ram("unused", 1024));
  }

  @ArrivalRate("10/s")
  static class Overloaded {

    @CpuStep("1 ms")
    void load(int key) {}

    @CpuStep("2 ms")
    void load(String key, int... more) {}

    @CpuStep("2 ms")
    void once() {}

    @Endpoint
    void go() {
      load(1);
      load("");
      once();
    }
  }

  @Test
  void overloadsAreToldApartByTheirParameters() {
    assertThat(Trace.of(Overloaded.class))
        .containsExactly("load(int)", "load(String, int[])", "once");
  }

  interface Handler<T> {
    void handle(T request);
  }

  static final class TextHandler implements Handler<String> {
    @Override
    @CpuStep("1 ms")
    public void handle(String request) {}
  }

  @ArrivalRate("10/s")
  static class Bridged {

    private final Handler<String> handler = new TextHandler();

    @Endpoint
    void go() {
      handler.handle("once");
    }
  }

  @Test
  void aStepReachedThroughABridgeMethodIsRecordedOnce() {
    assertThat(Trace.of(Bridged.class)).containsExactly("TextHandler.handle");
  }

  @Test
  void theVocabularyIsInTheOrderInWhichClassesAreReached() {
    List<String> names =
        ServiceModel.read(WithCollaborators.class).scenario().steps().stream()
            .map(Step::name)
            .toList();

    assertThat(names)
        .containsExactly("Parser.parse", "Codec.encode", "Gateway.charge", "DiskStore.save");
  }
}
