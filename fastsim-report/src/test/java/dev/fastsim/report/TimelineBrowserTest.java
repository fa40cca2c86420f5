package dev.fastsim.report;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.FastSim;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.timeline.TimelineWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * The event loop in a real browser; skipped where there is no Chromium. A request comes every ten
 * milliseconds, computes for two and blocks the core for ten.
 */
class TimelineBrowserTest {

  private static final String NAME = "<img src=x onerror='window.hacked = 1'> \"GET\" & Söhne";

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void writeAPage() throws IOException {
    browser = Browser.start();
    Scenario scenario =
        Scenario.builder("stalled")
            .endpoint(NAME, cpu("parse", "2 ms"), blockingIo("read", "10 ms"))
            .workload(new Workload.OpenRate(100, Spacing.CONSTANT))
            .runs(new RunPlan(Duration.ofMillis(55), Duration.ZERO, 1, 1, 1))
            .build();
    Report.of(FastSim.timeline(scenario, new TimelineWindow.From(Duration.ZERO, 100)))
        .writeTo(folder.resolve("loop.html"));
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
    browser.open(folder.resolve("loop.html"));
  }

  private static WebElement find(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  /** How far the cursor is on its way through the lanes. */
  private static double progress() {
    return ((Number)
            browser.eval(
                """
                (() => {
                  const track = document.querySelector('.loop .track').getBoundingClientRect();
                  const cursor = document.querySelector('.loop .cursor').getBoundingClientRect();
                  return (cursor.left - track.left) / track.width;
                })()
                """))
        .doubleValue();
  }

  @Test
  void stepsGoFromEventToEventByKeyboard() {
    WebElement back = find(".loop .back");
    WebElement step = find(".loop .forth");
    back.sendKeys(Keys.ENTER);
    assertThat(find(".loop .clock").getText()).isEqualTo("50.00 ms");
    back.sendKeys(Keys.SPACE);
    assertThat(find(".loop .clock").getText()).isEqualTo("48.00 ms");
    step.sendKeys(Keys.ENTER);
    assertThat(find(".loop .clock").getText()).isEqualTo("50.00 ms");
    assertThat(progress()).isCloseTo(50 / 55.0, within(0.01));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void whatHappensAtTheCursorIsSaidInWords() {
    find(".loop .back").click();

    assertThat(find(".loop .now").getText().replaceAll("\\s+", " "))
        .isEqualTo("core 1 request 4, blocking I/O read ready queue 1 request: 5");
    assertThat(find(".loop .now .stalled").getText()).isEqualTo("request 4, blocking I/O read");
  }

  @Test
  void theSliderMovesTheCursorByKeyboard() {
    WebElement slider = find(".loop input[type=range]");
    slider.sendKeys(Keys.HOME);
    assertThat(progress()).isCloseTo(0, within(0.01));
    assertThat(find(".loop .now").getText().replaceAll("\\s+", " "))
        .isEqualTo("core 1 idle ready queue empty");
    slider.sendKeys(Keys.ARROW_RIGHT);
    assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("0.06 ms");
  }

  @Test
  void playRunsFromTheStartAndPauses() {
    WebElement play = find(".loop .play");
    play.sendKeys(Keys.ENTER);
    assertThat(play.getText()).isEqualTo("Pause");
    play.sendKeys(Keys.ENTER);
    assertThat(play.getText()).isEqualTo("Play");
    double stopped = progress();
    assertThat(stopped).isLessThan(1);
    assertThat(progress()).isEqualTo(stopped);
  }

  @Test
  void blockingIoLooksUnlikeAllElse() {
    String image = "getComputedStyle(document.querySelector('.track .bar.%s')).backgroundImage";
    assertThat(browser.eval(image.formatted("blocking")).toString()).contains("gradient");
    assertThat(browser.eval(image.formatted("running"))).isEqualTo("none");
    assertThat(browser.eval(image.formatted("ready"))).isEqualTo("none");
    String height = "document.querySelector('.core .bar.%s').getBoundingClientRect().height";
    assertThat(((Number) browser.eval(height.formatted("blocking"))).doubleValue())
        .isGreaterThan(20);
  }

  @Test
  void namesAreShownAndNeverRun() {
    assertThat(find(".lane.request .name").getAttribute("title")).startsWith(NAME);
    find(".loop details summary").sendKeys(Keys.ENTER);
    assertThat(find(".loop details table").getText()).contains(NAME, "blocked by read 10 ms");
    assertThat(browser.eval("window.hacked")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
  void axeFindsNothingAndNothingIsWiderThanTheWindow(int width, boolean dark) throws IOException {
    browser.resize(width, 800);
    browser.preferDark(dark);
    browser.open(folder.resolve("loop.html"));
    find(".loop .back").click();
    assertThat(browser.accessibilityViolations()).isEmpty();
    assertThat((Long) browser.eval("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(browser.console()).isEmpty();
  }
}
