package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a file in FastSim's own dialect says, it is a scenario that can be written again, or it
 * is refused by an {@link InvalidFileException}. The seeds are fixed; the timeout only ends what
 * would hang.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzedScenariosTest {

  private static List<String> sound() throws IOException {
    List<String> sound = new ArrayList<>(DocumentedExamples.yaml());
    sound.add(ScenarioText.starter());
    AnyScenario.first(30).map(ScenarioText::of).forEach(sound::add);
    return sound;
  }

  @Test
  void slipsOfAWriter() throws IOException {
    List<String> sound = sound();
    SplittableRandom random = new SplittableRandom(1);
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      String text = Mutations.mutate(sound.get(random.nextInt(sound.size())), random);
      read += isScenario(text) ? 1 : 0;
    }
    assertThat(read).isBetween(300, 3700);
  }

  @Test
  void partsPutWhereOthersBelong() throws IOException {
    String[] parts = DocumentedExamples.yaml().get(0).split("(?<=[:,\\[{ ])|(?=[,\\]}\\n])");
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 3000; i++) {
      String[] mixed = parts.clone();
      for (int swaps = random.nextInt(1, 4); swaps > 0; swaps--) {
        mixed[random.nextInt(mixed.length)] = parts[random.nextInt(parts.length)];
      }
      isScenario(String.join("", mixed));
    }
  }

  @Test
  void everyBeginningOfAFile() throws IOException {
    String sound = DocumentedExamples.yaml().get(0);
    for (int length = 0; length < sound.length(); length += 3) {
      isScenario(sound.substring(0, length));
    }
  }

  @Test
  void chainsOfManyNodes() {
    StringBuilder relays = new StringBuilder("relays:\n");
    StringBuilder links =
        new StringBuilder("links:\n  - {from: clients, to: s}\n  - {from: s, to: r0}\n");
    int count = 1000;
    for (int i = 0; i < count; i++) {
      relays.append("  - r%d%n".formatted(i));
      String to = i == count - 1 ? "clients" : "r" + (i + 1);
      links.append("  - {from: r%d, to: %s}%n".formatted(i, to));
    }
    assertThat(isScenario(small() + relays + links)).isTrue();
  }

  /** 2^40 ways lead through it. */
  @Test
  void latticesOfBalancers() {
    StringBuilder balancers = new StringBuilder("balancers:\n  in: {}\n");
    StringBuilder links = new StringBuilder("links:\n  - {from: clients, to: in}\n");
    int layers = 40;
    for (int i = 0; i < layers; i++) {
      for (String each : List.of("a", "b")) {
        balancers.append("  %s%d: {}%n".formatted(each, i));
        if (i == 0) {
          links.append("  - {from: in, to: %s0}%n".formatted(each));
        }
        for (String next : i == layers - 1 ? List.of("s") : List.of("a", "b")) {
          String to = next.equals("s") ? "s" : next + (i + 1);
          links.append("  - {from: %s%d, to: %s}%n".formatted(each, i, to));
        }
      }
    }
    links.append("  - {from: s, to: clients}\n");
    assertThat(isScenario(small() + balancers + links)).isTrue();
  }

  private static String small() {
    return """
        fastsim: 1
        name: many
        workload: {rate: 1/s}
        services: {s: {endpoints: {e: {steps: []}}}}
        """;
  }

  /** Whether it is a scenario; if not, its mistakes are readable. */
  private static boolean isScenario(String text) {
    try {
      LoadedScenario loaded = Samples.load("fuzz.yml", text);
      assertThat(Samples.load("again.yml", ScenarioText.of(loaded.scenario())).scenario())
          .isEqualTo(loaded.scenario());
      return true;
    } catch (InvalidFileException invalid) {
      assertThat(invalid.mistakes())
          .isNotEmpty()
          .allSatisfy(mistake -> assertThat(mistake.message()).startsWith("fuzz.yml"));
      assertThat(invalid.getMessage()).hasSizeLessThan(1 << 20);
      return false;
    } catch (RuntimeException | StackOverflowError escaped) {
      throw new AssertionError("not handled: " + text, escaped);
    }
  }
}
