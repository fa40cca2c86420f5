package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class TreeTest {

  @TempDir Path output;

  private TestDescriptor discover(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).discover().getEngineDescriptor();
  }

  @Test
  void modelsHaveTheSlasOfTheServiceThenEndpointsWithTheirs() {
    assertThat(EngineRun.print(discover(Specs.Checkout.class)))
        .isEqualTo(
            """
            FastSim
              Specs.Checkout
                throughput >= 20/s [test]
                error rate <= 1% [test]
                cpu utilization <= 70% [test]
                pool db utilization <= 80% [test]
                ready-queue lag p99 <= 100 ms [test]
                POST /checkout
                  p95 <= 120 ms [test]
                  p99 <= 250 ms [test]
                  error rate <= 0.5% [test]
                GET /health [test]
            """);
  }

  @Test
  void uniqueIdsAreMadeOfTheSignatureAndWhatIsLimited() {
    assertThat(EngineRun.tests(discover(Specs.Checkout.class)))
        .containsExactly(
            "[class:Specs$Checkout]/[sla:throughput]",
            "[class:Specs$Checkout]/[sla:error-rate]",
            "[class:Specs$Checkout]/[sla:utilization.cpu]",
            "[class:Specs$Checkout]/[sla:utilization.pool.db]",
            "[class:Specs$Checkout]/[sla:ready-queue-lag.p99]",
            "[class:Specs$Checkout]/[endpoint:checkout()]/[sla:latency.p95]",
            "[class:Specs$Checkout]/[endpoint:checkout()]/[sla:latency.p99]",
            "[class:Specs$Checkout]/[endpoint:checkout()]/[sla:error-rate]",
            "[class:Specs$Checkout]/[endpoint:health()]");
  }

  @Test
  void legacyReportingNamesOfTestsEndInTheirNumber() {
    List<String> names =
        discover(Specs.Checkout.class).getDescendants().stream()
            .map(TestDescriptor::getLegacyReportingName)
            .toList();
    assertThat(names)
        .containsExactlyInAnyOrder(
            "dev.fastsim.junit.engine.Specs$Checkout",
            "throughput >= 20/s[1]",
            "error rate <= 1%[2]",
            "cpu utilization <= 70%[3]",
            "pool db utilization <= 80%[4]",
            "ready-queue lag p99 <= 100 ms[5]",
            "POST /checkout",
            "POST /checkout p95 <= 120 ms[1]",
            "POST /checkout p99 <= 250 ms[2]",
            "POST /checkout error rate <= 0.5%[3]",
            "GET /health[1]");
  }

  @Test
  void testsOfAnEndpointHaveItsMethodAsSourceAndThoseOfTheServiceTheClass() {
    for (TestDescriptor test : discover(Specs.Checkout.class).getDescendants()) {
      boolean ofEndpoint = test.getUniqueId().toString().contains("endpoint:");
      assertThat(test.getSource().orElseThrow())
          .isInstanceOf(ofEndpoint ? MethodSource.class : ClassSource.class);
    }
  }

  @Test
  void inheritedEndpointsComeFirstAndHaveTheModelClassInTheirSource() {
    TestDescriptor engine = discover(Specs.Derived.class);
    assertThat(EngineRun.print(engine))
        .isEqualTo(
            """
            FastSim
              Specs.Derived
                cpu utilization <= 90% [test]
                GET /inherited
                  p95 <= 30 ms [test]
                GET /own
                  mean <= 20 ms [test]
                  p99.9 <= 1 s [test]
                  p99.5 <= 300 ms [test]
            """);
    TestDescriptor inherited =
        engine.getDescendants().stream()
            .filter(node -> node.getDisplayName().equals("p95 <= 30 ms"))
            .findFirst()
            .orElseThrow();
    assertThat(inherited.getSource())
        .contains(MethodSource.from("dev.fastsim.junit.engine.Specs$Derived", "inherited", ""));
  }

  @Test
  void uniqueIdsAreTheSameWhereverTheAnnotationStands() {
    assertThat(EngineRun.tests(discover(Specs.Derived.class)))
        .containsExactly(
            "[class:Specs$Derived]/[sla:utilization.cpu]",
            "[class:Specs$Derived]/[endpoint:inherited()]/[sla:latency.p95]",
            "[class:Specs$Derived]/[endpoint:own()]/[sla:latency.mean]",
            "[class:Specs$Derived]/[endpoint:own()]/[sla:latency.p99.9]",
            "[class:Specs$Derived]/[endpoint:own()]/[sla:latency.p99.5]");
  }

  @Test
  void annotationsMayStandOnOtherAnnotations() {
    TestDescriptor engine = discover(Specs.Composed.class);
    assertThat(EngineRun.tests(engine))
        .containsExactly("[class:Specs$Composed]/[endpoint:word()]/[sla:latency.p95]");
    assertThat(EngineRun.print(engine)).contains("GET /word\n", "p95 <= 30 ms [test]");
    assertThat(engine.getDescendants())
        .filteredOn(TestDescriptor::isTest)
        .flatExtracting(TestDescriptor::getTags)
        .extracting("name")
        .containsExactly("read");
  }

  @Test
  void aLimitThatIsNoQuantityKeepsItsPlaceAndItsText() {
    TestDescriptor engine = discover(Specs.Mistaken.class);
    assertThat(EngineRun.print(engine)).contains("p95 <= 12 parsecs [test]");
    assertThat(EngineRun.tests(engine))
        .contains("[class:Specs$Mistaken]/[endpoint:mistake()]/[sla:latency.p95]");
  }

  @Test
  void jupitersDisplayNamesAndTagsAreHonoured() {
    TestDescriptor engine = discover(Specs.Annotated.class);
    assertThat(EngineRun.print(engine))
        .isEqualTo(
            """
            FastSim
              The shop
                the cart
                  p95 <= 30 ms [test]
                GET /broken
                  p95 <= 1 ms [test]
            """);
    TestDescriptor cart = engine.getDescendants().iterator().next();
    assertThat(cart.getTags()).extracting("name").containsExactly("shop");
    TestDescriptor leaf =
        engine.getDescendants().stream()
            .filter(node -> node.getLegacyReportingName().equals("the cart p95 <= 30 ms[1]"))
            .findFirst()
            .orElseThrow();
    assertThat(leaf.getTags()).extracting("name").containsExactlyInAnyOrder("shop", "cart");
  }
}
