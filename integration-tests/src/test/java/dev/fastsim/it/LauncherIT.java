package dev.fastsim.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fastsim.it.Checkout.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/fastsim} does with Java and Maven, in a directory with a space in its name. */
class LauncherIT {

  private static final String SCENARIO = "fastsim-cli/src/launcher/typical.yml";

  @TempDir private Path directory;
  private Checkout checkout;

  @BeforeAll
  static void needAShell() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "sh"))),
        "there is no sh on the PATH");
  }

  @BeforeEach
  void copyTheCheckout() throws IOException {
    checkout = Checkout.copyTo(directory.resolve("fast sim"));
  }

  @Test
  void aRunPrintsAResultAndNoProgressIntoAPipe() throws Exception {
    Run run = checkout.fastsim("run", checkout.file(SCENARIO).toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("typical: ").contains("latency of ");
    assertThat(run.err()).contains(" events in ").doesNotContain("\r");
    assertThat(checkout.file("mvn.called")).doesNotExist();
  }

  @Test
  void exitCodesComeThrough() throws Exception {
    assertThat(checkout.fastsim("run").exitCode()).isEqualTo(2);
    assertThat(checkout.fastsim("--version").exitCode()).isZero();
  }

  @Test
  void itIsFoundThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("first"), checkout.file("bin/fastsim"));
    Path linkToLink =
        Files.createSymbolicLink(directory.resolve("second link"), link.getFileName());

    Run run =
        checkout.run(linkToLink, Map.of("JAVA_HOME", System.getProperty("java.home")), "--version");

    assertThat(run.out()).startsWith("fastsim ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void newerSourcesAreBuiltFirst() throws Exception {
    checkout.changeASource();

    Run run = checkout.fastsim("--version");

    assertThat(checkout.file("mvn.called")).content().contains("-pl fastsim-cli", "package");
    assertThat(run.err()).startsWith("fastsim: building");
    assertThat(run.out()).startsWith("fastsim ");
  }

  @Test
  void loadedClassesAreArchivedOnFirstUse() throws Exception {
    Files.delete(checkout.archivedFor());

    Run run = checkout.fastsim("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(checkout.archive()).isNotEmptyFile();
    assertThat(checkout.archivedFor()).isNotEmptyFile();
  }

  @Test
  void anUnreadableArchiveDoesNoHarm() throws Exception {
    Files.writeString(checkout.archive(), "not an archive");

    Run run = checkout.fastsim("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(checkout.archive()).hasContent("not an archive");
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws Exception {
    Run run =
        checkout.run(
            checkout.file("bin/fastsim"), Map.of("JAVA_HOME", directory.toString()), "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("fastsim: JAVA_HOME is " + directory + ", but there is no bin/java in it.\n");
  }

  @Test
  void anOldJavaIsNotUsed() throws Exception {
    checkout.script("old/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Run run =
        checkout.run(
            checkout.file("bin/fastsim"),
            Map.of("JAVA_HOME", checkout.file("old").toString()),
            "--version");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("fastsim: Java 17 or newer is needed, but ")
        .contains("is version 11.");
  }
}
