package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.PackageNameFilter.excludePackageNames;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class DiscoveryTest {

  private static final String CHECKOUT = "[class:Specs$Checkout]/[endpoint:checkout()]/";

  @TempDir Path output;

  private List<String> tests(DiscoverySelector... selectors) {
    return tests(EngineRun.select(output, selectors));
  }

  private static List<String> tests(EngineTestKit.Builder request) {
    return EngineRun.tests(request.discover().getEngineDescriptor());
  }

  private List<DiscoveryIssue> issues(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).discover().getDiscoveryIssues();
  }

  @Test
  void aNestedClassCanBeSelected() {
    assertThat(tests(selectNestedClass(List.of(Specs.class), Specs.Slow.class))).hasSize(3);
  }

  @Test
  void aClassStandsForTheModelsNestedInIt() {
    EngineTestKit.Builder scan =
        EngineRun.select(output, selectPackage("dev.fastsim.junit.engine"))
            .filters(includeClassNamePatterns(".*SpecsAtDepth"));
    assertThat(tests(selectClass(SpecsAtDepth.class)))
        .isEqualTo(tests(scan))
        .containsExactly(
            "[class:SpecsAtDepth$First]/[endpoint:get()]",
            "[class:SpecsAtDepth$First$InAModel]/[endpoint:get()]",
            "[class:SpecsAtDepth$Group$Second]/[endpoint:get()]");
  }

  @Test
  void everyNodeIsFoundAgainByItsUniqueId() {
    TestDescriptor engine =
        EngineRun.select(output, selectClass(Specs.Checkout.class))
            .discover()
            .getEngineDescriptor();
    for (TestDescriptor node : engine.getDescendants()) {
      TestDescriptor again =
          EngineRun.select(output, selectUniqueId(node.getUniqueId()))
              .discover()
              .getEngineDescriptor();
      TestDescriptor found = again.findByUniqueId(node.getUniqueId()).orElseThrow();
      assertThat(EngineRun.tests(again)).isEqualTo(testsAtOrBelow(node));
      assertThat(found.getLegacyReportingName()).isEqualTo(node.getLegacyReportingName());
    }
  }

  private static List<String> testsAtOrBelow(TestDescriptor node) {
    return node.isTest() ? List.of(EngineRun.id(node.getUniqueId())) : EngineRun.tests(node);
  }

  @Test
  void aMethodSelectsItsEndpoint() {
    List<String> checkout =
        List.of(
            CHECKOUT + "[sla:latency.p95]",
            CHECKOUT + "[sla:latency.p99]",
            CHECKOUT + "[sla:error-rate]");
    assertThat(tests(selectMethod(Specs.Checkout.class, "checkout"))).isEqualTo(checkout);
    assertThat(tests(selectNestedMethod(List.of(Specs.class), Specs.Checkout.class, "checkout")))
        .isEqualTo(checkout);
    assertThat(tests(selectMethod(Specs.Checkout.class, "health")))
        .containsExactly("[class:Specs$Checkout]/[endpoint:health()]");
    assertThat(tests(selectMethod(Specs.Checkout.class, "parse"))).isEmpty();
    assertThat(tests(selectMethod(Specs.Plain.class, "nothing"))).isEmpty();
  }

  @Test
  void anIterationSelectsAnSlaByNumberFromZero() {
    DiscoverySelector method = selectMethod(Specs.Checkout.class, "checkout");
    assertThat(tests(selectIteration(method, 1))).containsExactly(CHECKOUT + "[sla:latency.p99]");
    assertThat(tests(selectIteration(method, 7))).isEmpty();
  }

  @Test
  void packagesAndClassPathRootsAreScannedForConcreteModels() throws URISyntaxException {
    DiscoverySelector inPackage = selectPackage("dev.fastsim.junit.engine");
    List<String> found =
        tests(EngineRun.select(output, inPackage).filters(includeClassNamePatterns(".*Specs.*")));
    assertThat(found)
        .anyMatch(id -> id.startsWith("[class:Specs$Derived]"))
        .anyMatch(id -> id.startsWith("[class:other.Specs$Checkout]"))
        .noneMatch(id -> id.contains("$Base]") || id.contains("$Inner]") || id.contains("$Plain]"));
    Path root = Path.of(Specs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(
            tests(
                EngineRun.select(
                        output,
                        selectClasspathRoots(Set.of(root)).toArray(DiscoverySelector[]::new))
                    .filters(includeClassNamePatterns(".*engine.*Specs.*"))))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void classAndPackageNameFiltersAreHonoured() {
    assertThat(
            tests(
                EngineRun.select(
                        output, selectClass(Specs.Slow.class), selectClass(Specs.Busy.class))
                    .filters(includeClassNamePatterns(".*Busy"))))
        .containsExactly(
            "[class:Specs$Busy]/[sla:utilization.cpu]", "[class:Specs$Busy]/[endpoint:primes()]");
    assertThat(
            tests(
                EngineRun.select(output, selectPackage("dev.fastsim.junit.engine.other"))
                    .filters(
                        includeClassNamePatterns(".*"),
                        excludePackageNames("dev.fastsim.junit.engine.other"))))
        .isEmpty();
  }

  @Test
  void tagsOfClassesAndEndpointsSelectSlas() {
    assertThat(
            tests(
                EngineRun.select(output, selectClass(Specs.Annotated.class))
                    .filters(includeTags("cart"))))
        .containsExactly("[class:Specs$Annotated]/[endpoint:cart()]/[sla:latency.p95]");
  }

  @Test
  void childrenKeepTheOrderOfTheModelHoweverTheyAreSelected() {
    assertThat(
            tests(
                selectMethod(Specs.Checkout.class, "health"),
                selectIteration(selectMethod(Specs.Checkout.class, "checkout"), 2),
                selectIteration(selectMethod(Specs.Checkout.class, "checkout"), 0)))
        .containsExactly(
            CHECKOUT + "[sla:latency.p95]",
            CHECKOUT + "[sla:error-rate]",
            "[class:Specs$Checkout]/[endpoint:health()]");
  }

  @Test
  void noModelIsMadeInDiscovery() {
    AtomicInteger made = new AtomicInteger();
    Probe.listen(made::incrementAndGet);
    try {
      assertThat(tests(selectClass(Specs.Probed.class))).hasSize(1);
      assertThat(made).hasValue(0);
      EngineRun.select(output, selectClass(Specs.Probed.class)).execute();
      assertThat(made).hasPositiveValue();
    } finally {
      Probe.stopListening();
    }
  }

  @Test
  void classesThatAreNoModelsAreNotMentioned() {
    EngineDiscoveryResults results =
        EngineRun.select(output, selectClass(Specs.Plain.class), selectClass(String.class))
            .discover();
    assertThat(results.getEngineDescriptor().getChildren()).isEmpty();
    assertThat(results.getDiscoveryIssues()).isEmpty();
  }

  @Test
  void whatCanBeSeenToBeWrongIsReported() {
    assertThat(issues(Specs.Inner.class))
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "inner class dev.fastsim.junit.engine.Specs$Inner has @Endpoint methods, but cannot be"
                + " simulated; it must be static or a class of its own");
    assertThat(issues(Specs.Base.class))
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "abstract class dev.fastsim.junit.engine.Specs$Base has @Endpoint methods, but is not"
                + " simulated itself; its concrete subclasses are");
    assertThat(issues(Specs.WithParameter.class))
        .extracting(DiscoveryIssue::message)
        .containsExactly(
            "@Endpoint method dev.fastsim.junit.engine.Specs$WithParameter.lookUp(java.lang.String)"
                + " must not have parameters");
    assertThat(issues(Specs.BadTag.class))
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).startsWith("@Tag(\"two words\") on class"));
    assertThat(issues(Specs.Mistaken.class)).isEmpty();
  }
}
