package dev.fastsim.junit.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs the engine on selected models, results going to a folder. */
final class EngineRun {

  private EngineRun() {}

  static EngineTestKit.Builder select(Path output, DiscoverySelector... selectors) {
    return EngineTestKit.engine("fastsim")
        .selectors(selectors)
        .configurationParameter("fastsim.output.dir", output.toString());
  }

  /** Unique ids of all tests found, without the engine's part. */
  static List<String> tests(TestDescriptor engine) {
    List<String> ids = new ArrayList<>();
    engine.accept(
        node -> {
          if (node.isTest()) {
            ids.add(id(node.getUniqueId()));
          }
        });
    return ids;
  }

  /** A unique id without the engine's part and the package. */
  static String id(UniqueId id) {
    return id.toString().replace("[engine:fastsim]/", "").replace("dev.fastsim.junit.engine.", "");
  }

  /** The tree in print. */
  static String print(TestDescriptor node) {
    StringBuilder text = new StringBuilder();
    print(node, 0, text);
    return text.toString();
  }

  private static void print(TestDescriptor node, int depth, StringBuilder text) {
    text.append("  ".repeat(depth))
        .append(node.getDisplayName())
        .append(node.isTest() ? " [test]" : "")
        .append('\n');
    node.getChildren().forEach(child -> print(child, depth + 1, text));
  }

  /** What became of each test: {@code p95 <= 120 ms: SUCCESSFUL}. */
  static List<String> outcomes(EngineExecutionResults results) {
    List<String> outcomes = new ArrayList<>();
    for (Event event : results.testEvents().list()) {
      String name = event.getTestDescriptor().getDisplayName();
      if (event.getType() == EventType.FINISHED) {
        outcomes.add(name + ": " + event.getRequiredPayload(TestExecutionResult.class).getStatus());
      } else if (event.getType() == EventType.SKIPPED) {
        outcomes.add(name + ": SKIPPED " + event.getRequiredPayload(String.class));
      }
    }
    return outcomes;
  }

  /** What a test ended with. */
  static Throwable failure(EngineExecutionResults results, String displayName) {
    return results.testEvents().finished().stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }
}
