package dev.fastsim.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A copy of the sample project that a test may build. */
final class SampleProject {

  private static final Path TEMPLATE = Path.of("src/it/sample");
  private static final Path SETTINGS = Path.of("src/it/settings.xml").toAbsolutePath();

  private final Path directory;

  private SampleProject(Path directory) {
    this.directory = directory;
  }

  /** Copies the template into an empty directory. */
  static SampleProject copyTo(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(TEMPLATE.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new SampleProject(directory);
  }

  /** Runs {@code mvn test} with further arguments. */
  Build test(String... arguments) throws MavenInvocationException {
    Properties properties = new Properties();
    properties.setProperty("fastsim.version", System.getProperty("it.version"));
    properties.setProperty("surefire.version", System.getProperty("it.surefire.version"));
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(Path.of(System.getProperty("it.maven.home")).toFile());
    request.setJavaHome(Path.of(System.getProperty("java.home")).toFile());
    request.setBaseDirectory(directory.toFile());
    request.setUserSettingsFile(SETTINGS.toFile());
    request.setLocalRepositoryDirectory(Path.of(System.getProperty("it.repository")).toFile());
    request.addShellEnvironment(
        "IT_DOWNLOADS", Path.of(System.getProperty("it.downloads")).toUri().toString());
    request.setBatchMode(true);
    request.setProperties(properties);
    request.addArg("test");
    request.addArgs(List.of(arguments));
    List<String> lines = new ArrayList<>();
    request.setOutputHandler(lines::add);
    InvocationResult result = new DefaultInvoker().execute(request);
    if (result.getExecutionException() != null) {
      throw new MavenInvocationException("Maven did not run", result.getExecutionException());
    }
    return new Build(result.getExitCode(), String.join("\n", lines));
  }

  /** The content of one of Surefire's XML reports. */
  String report(String className) {
    try {
      return Files.readString(
          directory.resolve("target/surefire-reports/TEST-" + className + ".xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file below the project's directory. */
  Path file(String path) {
    return directory.resolve(path);
  }

  /**
   * How a build ended.
   *
   * @param exitCode of Maven
   * @param console what it printed
   */
  record Build(int exitCode, String console) {}
}
