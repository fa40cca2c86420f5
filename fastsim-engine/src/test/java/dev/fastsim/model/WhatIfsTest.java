package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.EventLoopPerCore;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.PoolShrink;
import dev.fastsim.annotations.PoolSize;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.StepTime;
import dev.fastsim.annotations.Surge;
import dev.fastsim.annotations.ThreadPool;
import dev.fastsim.annotations.VirtualThreads;
import dev.fastsim.annotations.WhatIf;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other circumstances, as annotations say them. */
class WhatIfsTest {

  @ArrivalRate("100/s")
  @Server(ram = "1 GiB")
  @ConnectionPool(name = "db", size = 20)
  @Simulation(duration = "60 s", warmUp = "5 s", replications = 2, maxReplications = 2)
  @LatencySla(p95 = "100 ms")
  abstract static class Shop {
    @CpuStep("1 ms")
    void parse() {}

    @IoWait(value = "exponential(8 ms)", pool = "db")
    void load() {}

    @Endpoint("GET /")
    void get() {
      parse();
      load();
    }
  }

  @WhatIf(name = "Black Friday", traffic = 2, cores = 2, replicas = 3, ram = "2 GiB")
  @WhatIf(
      name = "slow database",
      pools = @PoolSize(pool = "db", size = 40),
      steps = @StepTime(step = "load", factor = 1.5),
      surges = @Surge(start = "10 s", duration = "5 s", factor = 2),
      poolShrinks = @PoolShrink(start = "20 s", duration = "5 s", pool = "db", size = 30),
      outages = @Outage(start = "30 s", duration = "1 s"))
  @ErrorRateSla(max = "1%", whatIfs = "Black Friday")
  static class Changed extends Shop {}

  static class Inherited extends Changed {}

  @Test
  void everyAttributeIsAChange() {
    Scenario scenario = ServiceModel.read(Inherited.class).scenario();
    String service = scenario.name();
    assertThat(scenario.whatIfs())
        .extracting(whatIf -> whatIf.name() + ": " + whatIf.text(scenario))
        .containsExactly(
            "Black Friday: traffic x 2, cores 1 -> 2, replicas 1 -> 3, ram 1 GiB -> 2 GiB",
            ("slow database: pool db 20 -> 40, step load x 1.5, outage of %s, drained at 30 s .. 31 s,"
                    + " pool db of %s at 30 connections at 20 s .. 25 s,"
                    + " 2 times the traffic at 10 s .. 15 s")
                .formatted(service, service));
    assertThat(ModelOutline.of(Inherited.class).whatIfs())
        .containsExactly("Black Friday", "slow database");
  }

  @ThreadPool(threads = 50, acceptQueue = 10)
  @WhatIf(name = "a thread less", threads = 49)
  static class Threaded extends Shop {}

  @ThreadPool
  static class Tomcat extends Shop {}

  @EventLoopPerCore
  static class Looping extends Tomcat {}

  /** A nearer annotation says otherwise. */
  @VirtualThreads
  static class Unthreaded extends Threaded {}

  @Test
  void threadsAreReadInheritedAndChanged() {
    Scenario scenario = ServiceModel.read(Threaded.class).scenario();
    assertThat(scenario.services().get(0).server().concurrency())
        .isEqualTo(new Concurrency.ThreadPool(50, 10));
    assertThat(scenario.whatIfs().get(0).text(scenario)).isEqualTo("threads 50 -> 49");
    assertThat(ServiceModel.read(Looping.class).scenario().services().get(0).server().concurrency())
        .isEqualTo(new Concurrency.EventLoopPerCore());
    assertThat(Refusal.of(Unthreaded.class))
        .singleElement()
        .asString()
        .contains("has no thread pool");
  }

  @Test
  void promisesHoldInAllWhatIfsUnlessTheySayInWhich() {
    Scenario scenario = ServiceModel.read(Changed.class).scenario();
    assertThat(scenario.whatIf("Black Friday").objectives())
        .extracting(Objective::text)
        .containsExactly("error rate <= 1%", "p95 <= 100 ms");
    assertThat(scenario.whatIf("slow database").objectives())
        .extracting(Objective::text)
        .containsExactly("p95 <= 100 ms");
  }

  /** The body is recorded by the same program, only the word for the step has another time. */
  @Test
  void aStepOfARecordedBodyTakesLongerForTheSameRequests() {
    Scenario scenario = ServiceModel.read(Changed.class).scenario().withoutWhatIfs();
    Scenario slower = dev.fastsim.scenario.Change.step("load", 3).applyTo(scenario);
    double before = Experiment.run(scenario).latency().mean().value();
    double after = Experiment.run(slower).latency().mean().value();
    assertThat(after - before).isBetween(0.0155, 0.0165);
    assertThat(Experiment.run(slower).outcomes().offered())
        .isEqualTo(Experiment.run(scenario).outcomes().offered());
  }

  @WhatIf(name = "nothing")
  @WhatIf(name = "typo", ram = "2 gigs")
  @WhatIf(name = "late", surges = @Surge(start = "soon", duration = "5 s", factor = 2))
  @LatencySla(
      p95 = "100 ms",
      whatIfs = {"*", "typo"})
  static class Misread extends Shop {}

  @Test
  void mistakesInTextsSayWhichWhatIfTheyAreIn() {
    assertThat(Refusal.of(Misread.class))
        .containsExactlyInAnyOrder(
            "WhatIfsTest.Misread @LatencySla(whatIfs): \"*\" stands for all what-ifs; leave the others out",
            "WhatIfsTest.Misread @WhatIf 'nothing': it changes nothing; give at least one attribute besides the name",
            firstStarting("WhatIfsTest.Misread @WhatIf 'typo'(ram): '2 gigs' is not a "),
            firstStarting("WhatIfsTest.Misread @WhatIf 'late' @Surge(start): 'soon' is not a "));
  }

  private static String firstStarting(String start) {
    List<String> found = Refusal.of(Misread.class);
    return found.stream().filter(text -> text.startsWith(start)).findFirst().orElse(start);
  }

  @WhatIf(
      name = "misspelt",
      cores = -1,
      pools = @PoolSize(pool = "dbs", size = 40),
      steps = @StepTime(step = "laod", factor = 1.5))
  @LatencySla(p95 = "100 ms", whatIfs = "mispelt")
  static class Unknown extends Shop {}

  @Test
  void whatThereIsNotIsReportedWithWhatMayHaveBeenMeant() {
    assertThat(Refusal.of(Unknown.class))
        .containsExactly(
            "WhatIfsTest.Unknown: the objective 'p95 <= 100 ms' refers to what-if 'mispelt', but there is only misspelt",
            "WhatIfsTest.Unknown: the what-if 'misspelt': cores must be from 1 to 10000, but is -1",
            "WhatIfsTest.Unknown: the what-if 'misspelt': there is no pool 'dbs'; there is only db; did you mean 'db'?",
            "WhatIfsTest.Unknown: the what-if 'misspelt': there is no step 'laod'; there is only parse, load; did you mean 'load'?");
  }
}
