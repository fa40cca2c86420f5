package dev.fastsim.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of what {@code bin/fastsim} needs of this checkout, with a Maven that only notes its call.
 */
final class Checkout {

  private static final Path REAL = Path.of("..");
  private static final List<String> COPIED =
      List.of(
          "bin",
          "fastsim-cli/target/fastsim-cli.jar",
          "fastsim-cli/target/lib",
          "fastsim-cli/src/launcher");

  private static final String JAVA_HOME = System.getProperty("java.home");

  private final Path home;

  private Checkout(Path home) {
    this.home = home;
  }

  /** Makes a copy that counts as built, and its loaded classes as archived. */
  static Checkout copyTo(Path home) throws IOException {
    for (String part : COPIED) {
      copy(REAL.resolve(part), home.resolve(part));
    }
    Files.createFile(home.resolve("pom.xml"));
    for (String module :
        List.of("fastsim-annotations", "fastsim-engine", "fastsim-report", "fastsim-cli")) {
      Files.createDirectories(home.resolve(module + "/src/main"));
      Files.createFile(home.resolve(module + "/pom.xml"));
    }
    Checkout checkout = new Checkout(home);
    checkout.script("fake/mvn", "echo \"$@\" > '" + home.resolve("mvn.called") + "'");
    Files.createFile(home.resolve("fastsim-cli/target/launcher.built"));
    Files.writeString(checkout.archivedFor(), JAVA_HOME + "/bin/java\n");
    return checkout;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Puts a shell script into the copy. */
  void script(String name, String body) throws IOException {
    Path script = file(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path file(String path) {
    return home.resolve(path);
  }

  /** Names the Java that classes are archived for. */
  Path archivedFor() {
    return file("fastsim-cli/target/launcher.java");
  }

  /** The archive of loaded classes. */
  Path archive() {
    return file("fastsim-cli/target/launcher.jsa");
  }

  /** A source that is newer than the build. */
  void changeASource() throws IOException {
    Path source = Files.createFile(file("fastsim-engine/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
  }

  /** Runs the launcher of the copy. */
  Run fastsim(String... arguments) throws IOException, InterruptedException {
    return run(file("bin/fastsim"), Map.of("JAVA_HOME", JAVA_HOME), arguments);
  }

  /** Runs the launcher by any of its names, in another directory than its own. */
  Run run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.resolve("..").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("FASTSIM_JAVA_OPTS");
    builder.environment().put("PATH", file("fake") + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher does not come to an end");
    }
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /**
   * How a command ended.
   *
   * @param exitCode of the process
   * @param out standard output
   * @param err standard error
   */
  record Run(int exitCode, String out, String err) {}
}
