package dev.fastsim.yaml;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Empirical;
import dev.fastsim.random.Zipf;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioTextTest {

  private static final int MANY = 500;

  @Test
  void whatIsWrittenIsReadAsAnEqualScenario() {
    AnyScenario.first(MANY)
        .forEach(
            scenario -> {
              String text = ScenarioText.of(scenario);
              assertThat(read(text)).as(text).isEqualTo(scenario);
            });
  }

  @ParameterizedTest
  @FieldSource("dev.fastsim.yaml.Samples#ASYNCFLOW")
  void filesOfAsyncFlowCanBeConverted(String sample) {
    Scenario scenario = ScenarioFile.load(Samples.path(sample)).scenario();
    assertThat(read(ScenarioText.of(scenario))).isEqualTo(scenario);
  }

  /** Each component takes several values in scenarios that survive the round trip. */
  @Test
  void everyComponentOfEveryRecordCanBeSaid() throws ReflectiveOperationException {
    Map<String, Set<Object>> seen = new LinkedHashMap<>();
    for (Scenario scenario : AnyScenario.first(MANY).toList()) {
      collect(scenario, seen);
    }
    Set<Class<?>> records = recordsBelow(Scenario.class);
    assertThat(records).contains(Metric.PoolUtilization.class, Statistic.Percentile.class);
    for (Class<?> each : records) {
      for (RecordComponent component : each.getRecordComponents()) {
        assertThat(seen.getOrDefault(nameOf(component), Set.of()))
            .as("values of %s", nameOf(component))
            .hasSizeGreaterThan(1);
      }
    }
  }

  private static String nameOf(RecordComponent component) {
    return component.getDeclaringRecord().getName() + "." + component.getName();
  }

  private static void collect(Object value, Map<String, Set<Object>> seen)
      throws ReflectiveOperationException {
    if (value instanceof Collection<?> values) {
      for (Object each : values) {
        collect(each, seen);
      }
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      collect(optional.get(), seen);
    } else if (value.getClass().getPackageName().equals(Scenario.class.getPackageName())
        && value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = component.getAccessor().invoke(value);
        seen.computeIfAbsent(nameOf(component), each -> new HashSet<>()).add(part);
        collect(part, seen);
      }
    }
  }

  /** The records that a scenario is made of, found by the types of components; no programs. */
  private static Set<Class<?>> recordsBelow(Class<?> root) {
    Set<Class<?>> records = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      if (next.isSealed() && next != Distribution.class) {
        open.addAll(List.of(next.getPermittedSubclasses()));
      } else if (next.isRecord() && next != Body.Recorded.class && records.add(next)) {
        for (RecordComponent component : next.getRecordComponents()) {
          open.addAll(classesIn(component.getGenericType().getTypeName()));
        }
      }
    }
    return records;
  }

  private static List<Class<?>> classesIn(String type) {
    return Arrays.stream(type.split("[<>, ]+"))
        .filter(name -> name.startsWith("dev.fastsim."))
        .<Class<?>>map(
            name -> {
              try {
                return Class.forName(name);
              } catch (ClassNotFoundException unknown) {
                throw new AssertionError(unknown);
              }
            })
        .toList();
  }

  @Test
  void textIsReadableAndLeavesDefaultsOut() {
    Scenario scenario =
        Scenario.builder("checkout")
            .cores(2)
            .ram(2L << 30)
            .pool("db", 20, Duration.ofSeconds(1))
            .poissonArrivals(400)
            .endpoint(
                "POST /checkout",
                cpu("parse", "1.5 ms"),
                io("load cart", "uniform(8ms, 40ms)", "db"))
            .objective(new Metric.Latency(Optional.empty(), new Statistic.Percentile(95)), 0.12)
            .objective(new Metric.Latency(Optional.empty(), new Statistic.Percentile(99.9)), 0.4)
            .objective(new Metric.ErrorRate(Optional.of("POST /checkout")), 0.001)
            .build();
    assertThat(ScenarioText.of(scenario))
        .isEqualTo(
            """
            fastsim: 1
            name: checkout
            workload: {rate: 400/s}
            services:
              checkout:
                cores: 2
                ram: 2 GiB
                pools:
                  db: {size: 20, acquireTimeout: 1 s}
                endpoints:
                  POST /checkout:
                    steps:
                      - cpu: {name: parse, time: 1.5 ms}
                      - io: {name: load cart, time: 'uniform(low=8 ms, high=40 ms)', pool: db}
            slas:
              - latency: {p95: 120 ms, p99.9: 400 ms}
              - errorRate: {endpoint: POST /checkout, max: 0.1%}
            """);
  }

  @Test
  void whatNoFileCanSayIsRefused() {
    Step step = cpu("work", "1 ms");
    assertRefused(
        builder().pool(new ConnectionPool("db", 1, Duration.ofDays(1001))),
        "services.x.pools.db.acquireTimeout: no text stands for PT24024H");
    assertRefused(
        builder().endpoint("b", new Step.Cpu("c", new Zipf(10, 1.1))),
        "services.x.endpoints.b.steps.cpu.time: no text stands for");
    assertRefused(
        builder().endpoint("b", new Step.Cpu("c", Empirical.of("yesterday", 1, 2))),
        "services.x.endpoints.b.steps.cpu.time: no text stands for");
    assertRefused(
        builder().objective(new Metric.CpuUtilization("x"), 1.5), "slas.cpuUtilization.max");
    assertRefused(
        Scenario.builder(" ").poissonArrivals(1).service("a", a -> a.endpoint("b", step)),
        "name: there must be text of 1 to 250 characters");
    assertRefused(
        builder()
            .endpoint(
                new Endpoint("b", 1, Optional.empty(), new Body.Recorded(new NoProgram(), 0))),
        "what requests to 'b' do is decided by a program, which a file cannot say");
  }

  private static void assertRefused(ScenarioBuilder builder, String message) {
    Scenario scenario = builder.build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioText.of(scenario))
        .withMessageContaining(message);
  }

  private static ScenarioBuilder builder() {
    return Scenario.builder("x").poissonArrivals(1).endpoint("a", cpu("work", "1 ms"));
  }

  private static Scenario read(String text) {
    return Samples.load("written.yml", text).scenario();
  }

  /** A source of programs that are never made. */
  private static final class NoProgram implements ProgramSource {
    @Override
    public List<Step> vocabulary() {
      return List.of();
    }

    @Override
    public Program open(TraceRecorder recorder) {
      throw new AssertionError("not to be opened");
    }
  }
}
