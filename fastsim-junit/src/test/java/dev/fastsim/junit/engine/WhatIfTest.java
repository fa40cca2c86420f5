package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What-ifs in the tree of tests: as it is first, then each what-if with all that holds in it. */
class WhatIfTest {

  private static final String SHOP = "[class:WhatIfSpecs$Shop]";

  @TempDir Path output;

  private TestDescriptor discover(DiscoverySelector... selectors) {
    return EngineRun.select(output, selectors).discover().getEngineDescriptor();
  }

  private static UniqueId id(String... typesAndValues) {
    UniqueId id = UniqueId.forEngine("fastsim").append("class", WhatIfSpecs.Shop.class.getName());
    for (int i = 0; i < typesAndValues.length; i += 2) {
      id = id.append(typesAndValues[i], typesAndValues[i + 1]);
    }
    return id;
  }

  @Test
  void eachIsAContainerOfTheEndpointsAndSlasThatHoldInIt() {
    assertThat(EngineRun.print(discover(selectClass(WhatIfSpecs.Shop.class))))
        .isEqualTo(
            """
            FastSim
              WhatIfSpecs.Shop
                cpu utilization <= 70% [test]
                GET /buy
                  mean <= 20 ms [test]
                  max <= 2 s [test]
                GET /look
                  mean <= 1 s [test]
                Black Friday
                  GET /buy
                    mean <= 20 ms [test]
                    max <= 2 s [test]
                  GET /look [test]
                Black Friday, prepared
                  cpu utilization <= 70% [test]
                  GET /buy
                    mean <= 20 ms [test]
                    max <= 2 s [test]
                  GET /look [test]
            """);
  }

  @Test
  void uniqueIdsHaveTheNameInBetweenAndLegacyNamesBeginWithIt() {
    TestDescriptor engine = discover(selectClass(WhatIfSpecs.Shop.class));
    assertThat(EngineRun.tests(engine))
        .hasSize(11)
        .doesNotHaveDuplicates()
        .contains(
            SHOP + "/[endpoint:buy()]/[sla:latency.mean]",
            SHOP + "/[what-if:Black Friday]/[endpoint:buy()]/[sla:latency.mean]");
    TestDescriptor leaf =
        engine
            .findByUniqueId(
                id("what-if", "Black Friday", "endpoint", "buy()", "sla", "latency.max"))
            .orElseThrow();
    assertThat(leaf.getLegacyReportingName()).isEqualTo("Black Friday: GET /buy max <= 2 s[2]");
    assertThat(leaf.getSource())
        .contains(MethodSource.from(WhatIfSpecs.Shop.class.getName(), "buy", ""));
    assertThat(engine.getDescendants())
        .extracting(TestDescriptor::getLegacyReportingName)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyNodeIsFoundAgainByItsUniqueId() {
    for (TestDescriptor node : discover(selectClass(WhatIfSpecs.Shop.class)).getDescendants()) {
      TestDescriptor again = discover(selectUniqueId(node.getUniqueId()));
      assertThat(again.findByUniqueId(node.getUniqueId())).isPresent();
    }
  }

  @Test
  void aMethodStandsForItsEndpointAsItIsAndInEachWhatIf() {
    assertThat(EngineRun.tests(discover(selectMethod(WhatIfSpecs.Shop.class, "look"))))
        .containsExactly(
            SHOP + "/[endpoint:look()]/[sla:latency.mean]",
            SHOP + "/[what-if:Black Friday]/[endpoint:look()]",
            SHOP + "/[what-if:Black Friday, prepared]/[endpoint:look()]");
    assertThat(
            EngineRun.tests(
                discover(selectIteration(selectMethod(WhatIfSpecs.Shop.class, "buy"), 1))))
        .hasSize(3)
        .allSatisfy(test -> assertThat(test).endsWith("[endpoint:buy()]/[sla:latency.max]"));
  }

  @Test
  void eachIsSimulatedAndABreachSaysWhatIsOtherwiseAndHowMuchThatChanges() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(WhatIfSpecs.Shop.class)).execute();
    List<Throwable> failures =
        results.testEvents().failed().stream()
            .map(
                event ->
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
            .toList();
    assertThat(failures).hasSize(2);
    assertThat(results.testEvents().succeeded().count()).isEqualTo(9);
    assertThat(failures.get(0))
        .hasMessageStartingWith("Black Friday: GET /buy mean <= 20 ms: was ")
        .hasMessageContaining("\n  what if: traffic x 3\n  as it is: mean 7.")
        .hasMessageContaining(" ms; this is mean +")
        .hasMessageContaining("WhatIfSpecs$Shop.html");
    assertThat(output.resolve("WhatIfSpecs$Shop.json")).exists();
    assertThat(output.resolve("WhatIfSpecs$Shop@Black_Friday__prepared.json")).exists();
    assertThat(output.resolve("WhatIfSpecs$Shop.html"))
        .content()
        .contains("Black Friday, prepared", "traffic x 3");
    assertThat(output.resolve("WhatIfSpecs$Shop@Black_Friday__prepared.html")).doesNotExist();
  }

  @Test
  void onlyWhatIsAskedForIsSimulated() {
    EngineExecutionResults results =
        EngineRun.select(
                output,
                selectUniqueId(
                    id(
                        "what-if",
                        "Black Friday, prepared",
                        "endpoint",
                        "buy()",
                        "sla",
                        "latency.mean")))
            .execute();
    assertThat(EngineRun.outcomes(results)).containsExactly("mean <= 20 ms: SUCCESSFUL");
    assertThat(output)
        .isDirectoryContaining("glob:**/WhatIfSpecs$Shop@Black_Friday__prepared.json")
        .isDirectoryContaining("glob:**/WhatIfSpecs$Shop@Black_Friday__prepared.html")
        .isDirectoryNotContaining("glob:**/WhatIfSpecs$Shop.{json,html}");
  }

  @Test
  void aMistakeInAWhatIfFailsEveryTest() {
    EngineExecutionResults results =
        EngineRun.select(output, selectClass(WhatIfSpecs.Misspelt.class)).execute();
    results.testEvents().assertStatistics(stats -> stats.started(2).failed(2));
    assertThat(EngineRun.failure(results, "mean <= 20 ms"))
        .hasMessageContaining(
            "the what-if 'misspelt': there is no step 'comptue'; there is only compute; did you mean 'compute'?");
  }
}
