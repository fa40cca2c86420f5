package dev.fastsim.cli;

import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which values of cores, replicas, memory and pools to look at. */
final class ResourceOptions {

  @Option(
      names = "--cores",
      paramLabel = "VALUES",
      description = "Cores of each replica: 1,2,4 or 1..8; web=1,2 for one of several services.")
  private List<String> cores = new ArrayList<>();

  @Option(
      names = "--replicas",
      paramLabel = "VALUES",
      description = "Replicas: 1..10; web=1..10 for one of several services.")
  private List<String> replicas = new ArrayList<>();

  @Option(
      names = "--ram",
      paramLabel = "VALUES",
      description = "Memory of each replica: '1 GiB,2 GiB'.")
  private List<String> ram = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "VALUES",
      description = "Threads of each replica of a service with a thread pool: 50,100,200.")
  private List<String> threads = new ArrayList<>();

  @Option(
      names = "--pool",
      paramLabel = "NAME=VALUES",
      description =
          "Connections of a pool in each replica: db=5,10,20; web/db=5,10 for one of"
              + " several services.")
  private List<String> pools = new ArrayList<>();

  /** What the options say, in a fixed order. */
  List<ParameterValues> values(Scenario scenario) {
    List<ParameterValues> values = new ArrayList<>();
    for (String text : replicas) {
      values.add(ParameterValues.ofService(text, scenario, Parameter.Replicas::new));
    }
    for (String text : cores) {
      values.add(ParameterValues.ofService(text, scenario, Parameter.Cores::new));
    }
    for (String text : ram) {
      values.add(ParameterValues.ofService(text, scenario, Parameter.Ram::new));
    }
    for (String text : threads) {
      values.add(ParameterValues.ofService(text, scenario, Parameter.Threads::new));
    }
    for (String text : pools) {
      values.add(ParameterValues.ofPool(text, scenario));
    }
    return values;
  }
}
