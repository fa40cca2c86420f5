package dev.fastsim.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version from the manifest of the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(built from source)");
    return "fastsim %s, Java %s".formatted(version, Runtime.version());
  }
}
