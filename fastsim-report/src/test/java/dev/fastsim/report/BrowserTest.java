package dev.fastsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page in a real browser; skipped where there is no Chromium. */
class BrowserTest {

  private static final String NAME = "<script>window.hacked = 1</script> \"shop\" & 'Söhne' 日本";

  private static final Scenario SHOP =
      Shops.shop(NAME)
          .objective(Shops.P95, 0.010)
          .objective(Shops.POST_P95, 1)
          .fault(new Fault.PoolShrink(NAME, "db", 1, Duration.ofSeconds(4), Duration.ofSeconds(3)))
          .build();

  @TempDir private static Path folder;
  private static Browser browser;
  private static SimulationResult result;

  @BeforeAll
  static void writeAPage() throws IOException {
    browser = Browser.start();
    result = FastSim.simulate(SHOP);
    SimulationResult twice = FastSim.simulate(Change.traffic(2).applyTo(SHOP));
    RunReport.of(judged(result))
        .whatIf("</script><script>window.hacked = 2</script>", "traffic x 2", judged(twice))
        .toReport(Shops.NEVER_CANCELLED)
        .writeTo(folder.resolve("page.html"));
    ReportIndex.writeTo(folder);
  }

  private static Assessment judged(SimulationResult result) {
    return new Assessment(result, Judge.judge(result, result.scenario().objectives()));
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.resize(1280, 1000);
    browser.preferDark(false);
    browser.open(folder.resolve("page.html"));
  }

  private static WebElement find(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  @Test
  void theConsoleStaysEmpty() {
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void namesAreShownAndNeverRun() {
    assertThat(find("h1").getText()).isEqualTo(NAME);
    assertThat(browser.eval("window.hacked")).isEqualTo("null");
    assertThat(find("#what-ifs .block > .scroll table").getText()).contains("</script><script>");
  }

  @Test
  void everyChartIsDrawn() {
    assertThat((Long) browser.eval("document.querySelectorAll('figure.chart').length"))
        .isGreaterThan(8);
    assertThat(
            browser.eval(
                """
                [...document.querySelectorAll('figure.chart')].filter(figure => {
                  const canvas = figure.querySelector('canvas');
                  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let inked = 0;
                  for (let i = 3; i < data.length; i += 4) inked += data[i] > 0;
                  return inked < 500;
                }).map(figure => figure.id)
                """))
        .isEqualTo(List.of());
  }

  @Test
  @SuppressWarnings("unchecked")
  void theChartHoldsTheNumbersOfTheResult() {
    List<List<Number>> bars =
        (List<List<Number>>)
            browser.eval(
                "document.getElementById('utilization').chart.getOption().series[0].data.map(each => each.value)");
    assertThat(bars.get(0).get(0).doubleValue())
        .isCloseTo(result.server().cpuUtilization().value(), within(1e-9));
    assertThat(bars.get(1).get(0).doubleValue())
        .isCloseTo(result.server().pool("db").utilization().value(), within(1e-9));
  }

  @Test
  void aButtonHidesASeriesAndShowsItAgainByKeyboard() {
    WebElement button = find("#latency-histogram .series button");
    String shown =
        "document.getElementById('latency-histogram').chart.getOption().legend[0].selected['%s']"
            .formatted(button.getAttribute("title"));
    button.sendKeys(Keys.SPACE);
    assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
    assertThat(browser.eval(shown)).isEqualTo(false);
    button.sendKeys(Keys.ENTER);
    assertThat(button.getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(browser.eval(shown)).isEqualTo(true);
  }

  @Test
  void aTooltipTellsTheNumbersUnderThePointer() {
    WebElement plot = find("#utilization .plot");
    browser.eval("document.getElementById('utilization').scrollIntoView()");
    new Actions(browser.driver())
        .moveToElement(plot)
        .moveByOffset(-20, -30)
        .pause(Duration.ofMillis(400))
        .perform();
    assertThat(plot.getText()).containsAnyOf("resource cores", "resource pool db").contains("%");
  }

  @Test
  void theNumbersOfAChartOpenByKeyboard() {
    WebElement summary = find("#time-shares summary");
    summary.sendKeys(Keys.ENTER);
    assertThat(find("#time-shares details table").getText()).contains("all requests", "%");
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
  void axeFindsNothingAndNothingIsWiderThanTheWindow(int width, boolean dark) throws IOException {
    browser.resize(width, 800);
    browser.preferDark(dark);
    browser.open(folder.resolve("page.html"));
    assertThat(browser.accessibilityViolations()).isEmpty();
    assertThat((Long) browser.eval("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void chartsFollowTheColourScheme() {
    String colour =
        "document.getElementById('utilization').chart.getOption().xAxis[0].nameTextStyle.color";
    Object light = browser.eval(colour);
    browser.preferDark(true);
    assertThat(browser.eval("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(16, 19, 24)");
    assertThat(browser.eval(colour)).isNotEqualTo(light);
  }

  @Test
  void theIndexLeadsToThePage() throws IOException {
    browser.open(folder.resolve("index.html"));
    assertThat(browser.accessibilityViolations()).isEmpty();
    find("table a").click();
    assertThat(find("h1").getText()).isEqualTo(NAME);
  }

  @Test
  void inPrintThereAreNoButtons() {
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(find("#latency-histogram .series").isDisplayed()).isFalse();
    assertThat(find("#latency-histogram .plot").isDisplayed()).isTrue();
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
  }
}
