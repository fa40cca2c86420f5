package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a file are, it is a scenario or it is refused by an {@link
 * InvalidFileException}. The seeds are fixed; the timeout only ends what would hang.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzedFilesTest {

  private static final int TRIES = 1500;

  private static final List<String> ODD =
      List.of(
          "",
          "~",
          "-1",
          "0",
          "1e999",
          "-.inf",
          ".nan",
          "true",
          "5.0",
          "[]",
          "{}",
          "''",
          "\"7\"",
          "&a",
          "*a",
          "!!int x",
          "<<: *fast",
          "- -",
          "? x",
          "|",
          ">",
          "%",
          "@",
          "`",
          "\t",
          "...",
          "---",
          "#",
          "1e308",
          "0x7fffffffffffffff",
          "9".repeat(400),
          "clients",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "x".repeat(1000),
          "front",
          "left",
          "network_spike_start",
          "poisson",
          "normal");

  static List<String> samples() {
    return Samples.ASYNCFLOW;
  }

  @Test
  void randomBytes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertHandled(bytes);
    }
  }

  @Test
  void randomSigns() {
    String signs = "ab1 .,:-?[]{}#&*!|>'\"%@`~\\<=\n\t\r0_/";
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 4 * TRIES; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(80); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertHandled(text.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void changedBytes(String sample) {
    byte[] sound = Samples.text(sample).getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = sound.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertHandled(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void linesLostRepeatedAndSwapped(String sample) {
    List<String> sound = Samples.text(sample).lines().toList();
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < TRIES; i++) {
      List<String> lines = new ArrayList<>(sound);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int line = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
          case 0 -> lines.remove(line);
          case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
          case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
          default -> lines.set(line, " " + lines.get(line));
        }
      }
      assertHandled(String.join("\n", lines));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void valuesSwappedAndMadeOdd(String sample) {
    String[] sound = Samples.text(sample).split("(?<=[:,\\[{ ])|(?=[,\\]}\\n])");
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2 * TRIES; i++) {
      String[] parts = sound.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        String other =
            random.nextBoolean()
                ? ODD.get(random.nextInt(ODD.size()))
                : sound[random.nextInt(sound.length)];
        parts[random.nextInt(parts.length)] = other;
      }
      assertHandled(String.join("", parts));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyBeginningOfAFile(String sample) {
    byte[] sound = Samples.text(sample).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= sound.length; length++) {
      assertHandled(Arrays.copyOf(sound, length));
    }
  }

  @Test
  void someMutantsAreStillScenarios() {
    String sound = Samples.text("asyncflow/balanced.yml");
    assertThat(handled(sound.replace("50", "51").getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void manyAliasesOfALargePart() {
    String sound = Samples.text("asyncflow/balanced.yml");
    String right = sound.substring(sound.indexOf("      - id: right"), sound.indexOf("  edges:"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append(right.replace("right", "right" + i));
    }
    assertHandled(sound.replace(right, right + many));
  }

  @Test
  void longChainsOfServersAndEvents() {
    StringBuilder servers = new StringBuilder();
    StringBuilder edges = new StringBuilder();
    StringBuilder events = new StringBuilder("events:\n");
    for (int i = 0; i < 300; i++) {
      servers.append(
          "      - {id: s%d, server_resources: {}, endpoints: [{endpoint_name: e, steps: []}]}%n"
              .formatted(i));
      String to = i == 299 ? "c" : "s" + (i + 1);
      edges.append(
          "    - {id: e%d, source: s%d, target: %s, latency: {mean: 1}}%n".formatted(i, i, to));
      events.append(
          "  - {event_id: v%d, target_id: e%d, start: {kind: network_spike_start, t_start: 1, spike_s: 1}, end: {kind: network_spike_end, t_end: 3}}%n"
              .formatted(i, i));
    }
    String text =
        """
        rqs_input:
          {id: g, avg_active_users: {mean: 1}, avg_request_per_minute_per_user: {mean: 1}}
        sim_settings: {}
        topology_graph:
          nodes:
            client: {id: c}
            servers:
        %s  edges:
            - {id: in, source: g, target: s0, latency: {mean: 1}}
        %s%s"""
            .formatted(servers, edges, events);
    assertThat(handled(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void longKeysAndTexts() {
    String key = "k".repeat(1 << 20);
    assertHandled("? " + key + "\n: {" + "a: 1, b: [1, 2], ".repeat(10_000) + "}");
    assertHandled(Samples.text("asyncflow/chain.yml").replace("id: app", "id: " + key));
    assertHandled(
        Samples.text("asyncflow/chain.yml").replace("io_cache", "io_" + "x".repeat(1 << 20)));
  }

  private static void assertHandled(String text) {
    assertHandled(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertHandled(byte[] bytes) {
    try {
      handled(bytes);
    } catch (RuntimeException | StackOverflowError escaped) {
      throw new AssertionError(
          "not handled: " + new String(bytes, StandardCharsets.ISO_8859_1), escaped);
    }
  }

  /** Whether it is a scenario; if not, its mistakes are readable. */
  private static boolean handled(byte[] bytes) {
    try {
      YamlDocument document = YamlDocument.parse("fuzz.yml", bytes);
      assertThat(Dialect.load(document, "fuzz").scenario().services()).isNotEmpty();
      return true;
    } catch (InvalidFileException invalid) {
      assertThat(invalid.mistakes())
          .isNotEmpty()
          .allSatisfy(mistake -> assertThat(mistake.message()).startsWith("fuzz.yml"));
      assertThat(invalid.getMessage()).hasSizeLessThan(1 << 20);
      return false;
    }
  }
}
