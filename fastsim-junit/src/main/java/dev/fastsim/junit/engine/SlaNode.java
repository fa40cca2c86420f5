package dev.fastsim.junit.engine;

import dev.fastsim.model.Promise;
import dev.fastsim.scenario.Metric;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** One SLA: the test. */
final class SlaNode extends SpecNode {

  static final String SEGMENT = "sla";

  private final Promise promise;
  private final String legacyName;
  private final Optional<Method> method;

  /** An SLA of the service. */
  SlaNode(UniqueId parent, Promise promise, int position, TestSource source) {
    this(parent, promise, position, promise.text(), source, Optional.empty());
  }

  /**
   * An SLA of an endpoint.
   *
   * @param endpoint its name as displayed
   */
  SlaNode(
      UniqueId parent,
      Promise promise,
      int position,
      String endpoint,
      TestSource source,
      Method method) {
    this(parent, promise, position, endpoint + " " + promise.text(), source, Optional.of(method));
  }

  private SlaNode(
      UniqueId parent,
      Promise promise,
      int position,
      String name,
      TestSource source,
      Optional<Method> method) {
    super(id(parent, promise), promise.text(), source, position);
    this.promise = promise;
    this.legacyName = "%s[%d]".formatted(name, position + 1);
    this.method = method;
  }

  static UniqueId id(UniqueId parent, Promise promise) {
    return parent.append(SEGMENT, key(promise.metric()));
  }

  /** What identifies an SLA within its endpoint or service, whatever its limit. */
  private static String key(Metric metric) {
    if (metric instanceof Metric.Latency latency) {
      return "latency." + latency.statistic().text();
    } else if (metric instanceof Metric.Throughput) {
      return "throughput";
    } else if (metric instanceof Metric.ErrorRate) {
      return "error-rate";
    } else if (metric instanceof Metric.CpuUtilization) {
      return "utilization.cpu";
    } else if (metric instanceof Metric.RamUtilization) {
      return "utilization.ram";
    } else if (metric instanceof Metric.PoolUtilization pool) {
      return "utilization.pool." + pool.pool();
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return "ready-queue-lag." + lag.statistic().text();
    }
    throw new AssertionError(metric);
  }

  @Override
  List<UniqueId> allChildren() {
    return List.of();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return Optional.empty();
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  /** Ends in a number in brackets, by which Surefire tells apart the tests of one method. */
  @Override
  public String getLegacyReportingName() {
    return legacyName;
  }

  @Override
  public SpecContext execute(SpecContext context, DynamicTestExecutor dynamic) {
    Outcome.Assessed assessed = context.outcome().assessed();
    Verdict verdict = assessed.assessment().verdictOn(promise.metric());
    context.publish(this, entry(assessed, verdict));
    if (verdict.decision() != Decision.PASS) {
      new Breach(assessed, verdict, method).report();
    }
    return context;
  }

  private static Map<String, String> entry(Outcome.Assessed assessed, Verdict verdict) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("verdict", Figures.of(verdict));
    if (!assessed.file().isWritten()) {
      entry.put("report", assessed.file().text());
    }
    return entry;
  }
}
