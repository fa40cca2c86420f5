package dev.fastsim.cli;

import dev.fastsim.yaml.YamlMistake;
import java.io.PrintWriter;
import java.util.List;

/** What a file says may not be what its writer means. */
final class Warnings {

  private Warnings() {}

  static void print(List<YamlMistake> warnings, PrintWriter err) {
    warnings.forEach(warning -> err.println("warning: " + warning.message()));
  }
}
