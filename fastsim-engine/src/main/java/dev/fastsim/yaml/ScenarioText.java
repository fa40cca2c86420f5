package dev.fastsim.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apiguardian.api.API;

/** Scenarios as files in FastSim's own dialect. */
@API(status = API.Status.EXPERIMENTAL)
public final class ScenarioText {

  private static final String STARTER = "starter.yml";

  private ScenarioText() {}

  /** A file to begin with: one service, commented. */
  public static String starter() {
    try (InputStream text = ScenarioText.class.getResourceAsStream(STARTER)) {
      return new String(Objects.requireNonNull(text, STARTER).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The text of a file that {@link ScenarioFile#load} reads as an equal scenario. What is as it
   * would be anyway is left out.
   *
   * @throws IllegalArgumentException if no file can say this: a program decides what requests do,
   *     as in an annotated class; or a value has no text, such as a duration of more than 1000 days
   *     or measurements that come from no file. The message says which
   */
  public static String of(Scenario scenario) {
    for (Service service : scenario.services()) {
      for (Endpoint endpoint : service.endpoints()) {
        if (endpoint.body() instanceof Body.Recorded) {
          throw new UnwritableException(
              "what requests to '%s' do is decided by a program, which a file cannot say"
                  .formatted(endpoint.name()));
        }
      }
    }
    return YamlText.print(ScenarioShape.ROOT.write(ScenarioParts.of(scenario)));
  }
}
