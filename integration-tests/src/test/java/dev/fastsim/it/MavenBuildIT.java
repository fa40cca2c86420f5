package dev.fastsim.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.it.SampleProject.Build;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn test} shows of a project with one spec that passes and one that breaches. */
class MavenBuildIT {

  private SampleProject project;

  @BeforeEach
  void copyTheProject(@TempDir Path directory) throws IOException {
    project = SampleProject.copyTo(directory);
  }

  @Test
  void aBreachFailsTheBuildAndTheConsoleSaysWhatWasPromisedAndWhereTheTimeGoes()
      throws MavenInvocationException {
    Build build = project.test();

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.console())
        .contains("Tests run: 8, Failures: 1, Errors: 0, Skipped: 0")
        .contains("POST /checkout p95 <= 50 ms: was ")
        .contains("95% CI ")
        .contains("seed 1)")
        .contains("where the slowest 5% spend their time: charge 9")
        .contains("it would pass with: step charge x 0.")
        .contains("report: target/fastsim/")
        .contains("CheckoutSpecTest.checkout(CheckoutSpecTest.java:");
    assertThat(project.file("target/fastsim/CheckoutSpecTest.json")).isNotEmptyFile();
    assertThat(project.file("target/fastsim/CheckoutSpecTest.html")).isNotEmptyFile();
    assertThat(project.file("target/fastsim/index.html"))
        .content()
        .contains("CheckoutSpecTest", "CatalogSpecTest");
  }

  @Test
  void theXmlReportNamesEachSla() throws MavenInvocationException {
    project.test();

    assertThat(project.report("com.acme.CatalogSpecTest"))
        .contains("tests=\"6\"", "failures=\"0\"")
        .contains("name=\"GET /item p95 &lt;= 60 ms[1]\"")
        .contains("name=\"GET /item p99 &lt;= 90 ms[2]\"")
        .contains("name=\"GET /list p95 &lt;= 120 ms[1]\"")
        .contains("name=\"twice as much: GET /item p99 &lt;= 90 ms[2]\"");
    assertThat(project.report("com.acme.CheckoutSpecTest"))
        .contains("tests=\"2\"", "failures=\"1\"")
        .contains("name=\"POST /checkout p95 &lt;= 50 ms[1]\"")
        .contains("type=\"org.opentest4j.AssertionFailedError\"");
  }

  @Test
  void aClassCanBeSelected() throws MavenInvocationException {
    Build build = project.test("-Dtest=CatalogSpecTest");

    assertThat(build.exitCode()).isZero();
    assertThat(build.console()).contains("Tests run: 6, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  void anEndpointCanBeSelected() throws MavenInvocationException {
    Build build = project.test("-Dtest=CatalogSpecTest#item");

    assertThat(build.exitCode()).isZero();
    assertThat(build.console()).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  void groupsSelectByTag() throws MavenInvocationException {
    Build build = project.test("-Dgroups=fast");

    assertThat(build.exitCode()).isZero();
    assertThat(build.console()).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  void failingTestsAreRerunAloneAndStayFailed() throws MavenInvocationException {
    Build build = project.test("-Dsurefire.rerunFailingTestsCount=1");

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.console()).contains("Tests run: 8, Failures: 1, Errors: 0, Skipped: 0");
    assertThat(project.report("com.acme.CheckoutSpecTest"))
        .contains("<rerunFailure")
        .contains("tests=\"2\"");
  }

  @Test
  void anotherSeedIsSetFromTheCommandLine() throws MavenInvocationException {
    Build build = project.test("-Dtest=CheckoutSpecTest", "-Dfastsim.seed=7");

    assertThat(build.console()).contains("seed 7)");
  }
}
