package dev.fastsim.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.fastsim.junit.ScenarioFileException;
import dev.fastsim.yaml.InvalidFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Scenario files in the tree, and what becomes of them. */
class FileSpecTest {

  private static final String CHECKOUT = "[class:FileSpecs$Checkout]/[file:checkout.yml]/";

  @TempDir Path output;

  private TestDescriptor discover(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).discover().getEngineDescriptor();
  }

  private EngineExecutionResults run(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).execute();
  }

  @Test
  void aFileHasTheSlasOfItsServicesThenEndpointsWithTheirs() {
    assertThat(EngineRun.print(discover(FileSpecs.Checkout.class)))
        .isEqualTo(
            """
            FastSim
              FileSpecs.Checkout
                checkout.yml
                  p95 <= 120 ms [test]
                  cpu utilization <= 70% [test]
                  pool db utilization <= 80% [test]
                  POST /checkout
                    mean <= 2 ms [test]
                    p95 <= 120 ms [test]
                    error rate <= 1% [test]
                  GET /health [test]
            """);
  }

  @Test
  void oneOfSeveralServicesIsNamed() {
    TestDescriptor engine = discover(FileSpecs.Inherited.class);
    assertThat(EngineRun.print(engine))
        .contains(
            "throughput >= 20/s [test]",
            "shop cpu utilization <= 50% [test]",
            "warehouse cpu utilization <= 50% [test]");
    assertThat(EngineRun.tests(engine))
        .containsExactly(
            "[class:FileSpecs$Inherited]/[file:shop.yml]/[sla:throughput]",
            "[class:FileSpecs$Inherited]/[file:shop.yml]/[sla:utilization.cpu@shop]",
            "[class:FileSpecs$Inherited]/[file:shop.yml]/[sla:utilization.cpu@warehouse]",
            "[class:FileSpecs$Inherited]/[file:shop.yml]/[endpoint:GET %2F]");
  }

  @Test
  void everyNodeIsFoundAgainByItsUniqueId() {
    for (TestDescriptor node : discover(FileSpecs.Several.class).getDescendants()) {
      TestDescriptor again =
          EngineRun.select(output, selectUniqueId(node.getUniqueId()))
              .discover()
              .getEngineDescriptor();
      TestDescriptor found = again.findByUniqueId(node.getUniqueId()).orElseThrow();
      assertThat(found.getLegacyReportingName()).isEqualTo(node.getLegacyReportingName());
      assertThat(EngineRun.tests(again))
          .isEqualTo(
              node.isTest() ? List.of(EngineRun.id(node.getUniqueId())) : EngineRun.tests(node));
    }
  }

  @Test
  void theSourceIsTheFileWhereItWasFoundAndThatOfTestsTheClass() {
    String resource = "dev/fastsim/junit/engine/shop.yml";
    TestDescriptor onClassPath = discover(FileSpecs.Inherited.class);
    assertThat(file(onClassPath).getSource()).contains(ClasspathResourceSource.from(resource));
    assertThat(onClassPath.getDescendants())
        .filteredOn(TestDescriptor::isTest)
        .hasSize(4)
        .allSatisfy(
            test ->
                assertThat(test.getSource()).contains(ClassSource.from(FileSpecs.Inherited.class)));
    assertThat(file(discover(FileSpecs.InWorkingDirectory.class)).getSource())
        .contains(FileSource.from(Path.of("src/test/resources", resource).toFile()));
  }

  private static TestDescriptor file(TestDescriptor engine) {
    return engine.getChildren().iterator().next().getChildren().iterator().next();
  }

  @Test
  void legacyReportingNamesBeginWithTheFile() {
    assertThat(discover(FileSpecs.Checkout.class).getDescendants())
        .filteredOn(TestDescriptor::isTest)
        .extracting(TestDescriptor::getLegacyReportingName)
        .containsExactlyInAnyOrder(
            "checkout.yml p95 <= 120 ms[1]",
            "checkout.yml cpu utilization <= 70%[2]",
            "checkout.yml pool db utilization <= 80%[3]",
            "checkout.yml POST /checkout mean <= 2 ms[1]",
            "checkout.yml POST /checkout p95 <= 120 ms[2]",
            "checkout.yml POST /checkout error rate <= 1%[3]",
            "checkout.yml GET /health[1]");
  }

  @Test
  void jupitersAnnotationsOnTheClassHoldForItsFiles() {
    TestDescriptor tagged =
        EngineRun.select(
                output, selectClass(FileSpecs.Several.class), selectClass(Specs.Slow.class))
            .filters(TagFilter.includeTags("shop"))
            .discover()
            .getEngineDescriptor();
    assertThat(EngineRun.print(tagged)).startsWith("FastSim\n  The shop\n    shop.yml\n");
    assertThat(EngineRun.tests(tagged)).hasSize(4 + 7);
    EngineExecutionResults results = run(FileSpecs.Off.class);
    assertThat(results.testEvents().started().count()).isZero();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void aBrokenPromiseFailsAloneAndPointsToTheFile() {
    EngineExecutionResults results = run(FileSpecs.Checkout.class);
    results.testEvents().assertStatistics(stats -> stats.started(7).succeeded(6).failed(1));
    Throwable failure = EngineRun.failure(results, "mean <= 2 ms");
    assertThat(failure)
        .hasMessageStartingWith("POST /checkout mean <= 2 ms: was 6.")
        .hasMessageEndingWith("report: " + output.resolve("FileSpecs$Checkout.checkout.html"));
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::toString)
        .containsExactly(FileSpecs.Checkout.class.getName() + ".<file>(checkout.yml:19)");
    assertThat(output.resolve("FileSpecs$Checkout.checkout.json")).isNotEmptyFile();
  }

  @Test
  void eachFileIsSimulatedAndPublishesTheFiguresOfAllItsServices() {
    EngineExecutionResults results = run(FileSpecs.Several.class);
    results.testEvents().assertStatistics(stats -> stats.started(11).succeeded(10).failed(1));
    assertThat(PublishingTest.entry(results, "shop.yml"))
        .containsKeys(
            "throughput",
            "shop cpu utilization",
            "shop ready-queue lag p99",
            "warehouse cpu utilization");
    assertThat(output.toFile().list())
        .containsExactlyInAnyOrder(
            "FileSpecs$Several.shop.json",
            "FileSpecs$Several.checkout.json",
            "FileSpecs$Several.shop.html",
            "FileSpecs$Several.checkout.html",
            "index.html");
  }

  @Test
  void filesOfOneNameGetResultsOfDifferentNames() {
    run(FileSpecs.Twice.class);
    assertThat(output.toFile().list())
        .filteredOn(name -> name.endsWith(".json"))
        .containsExactlyInAnyOrder(
            "dev.fastsim.junit.engine.FileSpecs$Twice.shop.yml.json",
            "dev.fastsim.junit.engine.FileSpecs$Twice._dev_fastsim_junit_engine_shop.yml.json");
  }

  @Test
  void aFileWithMistakesIsATestThatFailsWithAllOfThem() {
    EngineExecutionResults results = run(FileSpecs.Mistaken.class);
    results.testEvents().assertStatistics(stats -> stats.started(5).succeeded(4).failed(1));
    assertThat(EngineRun.failure(results, "mistaken.yml"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("mistaken.yml has 2 mistakes:")
        .hasMessageContaining("mistaken.yml:4:18: workload.rate: found \"fast\"")
        .hasMessageContaining("mistaken.yml:7:12: services.mistaken.cores: found \"none\"")
        .satisfies(mistake -> assertThat(mistake.getStackTrace()).isEmpty());
  }

  @Test
  void aFileThatIsNotThereIsATestThatSaysWhereItWasLookedFor() {
    TestDescriptor missing = discover(FileSpecs.Missing.class);
    assertThat(EngineRun.print(missing))
        .isEqualTo("FastSim\n  FileSpecs.Missing\n    nowhere.yml [test]\n");
    assertThat(missing.getDescendants())
        .allSatisfy(
            node ->
                assertThat(node.getSource()).contains(ClassSource.from(FileSpecs.Missing.class)));
    assertThat(EngineRun.failure(run(FileSpecs.Missing.class), "nowhere.yml"))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessage(
            "@ScenarioFile(\"nowhere.yml\") on dev.fastsim.junit.engine.FileSpecs$Missing: there is"
                + " no such file; looked for dev/fastsim/junit/engine/nowhere.yml on the class"
                + " path, then for "
                + Path.of("nowhere.yml").toAbsolutePath())
        .satisfies(mistake -> assertThat(mistake.getStackTrace()).isEmpty());
  }

  @Test
  void aFileInsideAnArchiveIsRefused() {
    assertThat(EngineRun.failure(run(FileSpecs.Packed.class), "/java/lang/Object.class"))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageContaining("it must be a file of its own, but is jrt:/java.base");
  }

  @Test
  void aClassWithEndpointsCannotNameFiles() {
    assertThat(EngineRun.tests(discover(FileSpecs.Both.class)))
        .containsExactly("[class:FileSpecs$Both]/[file:shop.yml]");
    assertThat(EngineRun.failure(run(FileSpecs.Both.class), "shop.yml"))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessage(
            "@ScenarioFile on dev.fastsim.junit.engine.FileSpecs$Both: the class has @Endpoint"
                + " methods, too, but a scenario is written either as a class or as a file; make"
                + " two classes of it");
  }

  @Test
  void warningsOfAFileAreShown() {
    assertThat(issues(FileSpecs.AsyncFlow.class))
        .singleElement()
        .asString()
        .contains("asyncflow.yml:15:", "io_task_spawn");
    assertThat(EngineRun.print(discover(FileSpecs.AsyncFlow.class)))
        .isEqualTo("FastSim\n  FileSpecs.AsyncFlow\n    asyncflow.yml\n      get [test]\n");
  }

  @Test
  void whatCanBeSeenToBeWrongIsReported() {
    assertThat(issues(FileSpecs.NoFile.class))
        .containsExactly(
            "@ScenarioFile on class dev.fastsim.junit.engine.FileSpecs$NoFile names no file");
    assertThat(issues(FileSpecs.Conventional.class))
        .containsExactly(
            "abstract class dev.fastsim.junit.engine.FileSpecs$Conventional has a @ScenarioFile,"
                + " but is not simulated itself; its concrete subclasses are");
    assertThat(issues(FileSpecs.Checkout.class)).isEmpty();
  }

  private List<String> issues(Class<?> type) {
    return EngineRun.select(output, selectClass(type)).discover().getDiscoveryIssues().stream()
        .map(DiscoveryIssue::message)
        .toList();
  }
}
