package dev.fastsim.simulation;

import static java.util.stream.Collectors.joining;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario on which the simulator and the reference differ, as small as it could be made.
 *
 * @param found the scenario as it was found
 * @param smallest the smallest one on which they still differ
 * @param replication in which they do
 * @param tries how many scenarios were compared to find it
 * @param differences of the smallest one
 */
record Disagreement(
    Scenario found, Scenario smallest, int replication, int tries, List<String> differences) {

  private static final int TOLD_MOST = 10;

  /** Shrinks a scenario that is known to differ in a replication. */
  static Disagreement of(Comparison.Subject subject, Scenario found, int replication) {
    int simplest = differ(subject, found, 0) ? 0 : replication;
    Shrinker shrinker = new Shrinker(scenario -> differ(subject, scenario, simplest));
    RunPlan enough = found.runs().withReplications(simplest + 1);
    Scenario smallest = shrinker.shrink(found.withRuns(enough));
    List<String> differences = new Comparison(subject, smallest, simplest).differences();
    return new Disagreement(found, smallest, simplest, shrinker.tries(), differences);
  }

  private static boolean differ(Comparison.Subject subject, Scenario scenario, int replication) {
    return !new Comparison(subject, scenario, replication).differences().isEmpty();
  }

  /** What is to be known to look into it; the smallest scenario is written to a file, too. */
  String tell(Path folder) throws IOException {
    String file = file();
    Path path = folder.resolve(found.name().replaceAll("\\W+", "-") + ".yml");
    Files.createDirectories(folder);
    Files.writeString(path, file);
    return """
        The simulator and the reference differ on '%s', seed %d, which was shrunk in %d tries to:

        %s
        This is written to %s
        It can be played by bin/fastsim run, and is compared by -Dtest=ReferenceFileTest -D%s=%s
        """
        .formatted(
            found.name(),
            found.runs().seed(),
            tries,
            file,
            path.toAbsolutePath(),
            ReferenceFileTest.FILE,
            path.toAbsolutePath());
  }

  /** The smallest scenario as a file, with what differs in comments. */
  private String file() {
    String told =
        differences.stream()
            .limit(TOLD_MOST)
            .flatMap(String::lines)
            .map(line -> "#   " + line + "\n")
            .collect(joining());
    int more = differences.size() - TOLD_MOST;
    return "# In replication %d, counted from 0:\n".formatted(replication)
        + told
        + (more > 0 ? "#   and %d more\n".formatted(more) : "")
        + programs()
        + ScenarioText.of(withoutPrograms(smallest));
  }

  /** What the file cannot say. */
  private String programs() {
    StringBuilder programs = new StringBuilder();
    for (Service service : smallest.services()) {
      for (Endpoint endpoint : service.endpoints()) {
        if (endpoint.body() instanceof Body.Recorded recorded) {
          programs.append(
              """
              # What requests to '%s' of '%s' do is decided by a program, which a file cannot say:
              #   %s
              # Here they take each of its steps once, which may hide the difference.
              """
                  .formatted(endpoint.name(), service.name(), recorded));
        }
      }
    }
    return programs.toString();
  }

  private static Scenario withoutPrograms(Scenario scenario) {
    return Rebuilding.withServices(
        scenario,
        service ->
            SmallerServices.with(
                service, service.endpoints().stream().map(Disagreement::fixed).toList()));
  }

  private static Endpoint fixed(Endpoint it) {
    return it.body() instanceof Body.Recorded recorded
        ? new Endpoint(it.name(), it.weight(), it.limiter(), new Body.Fixed(recorded.vocabulary()))
        : it;
  }
}
