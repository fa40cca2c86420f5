package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of AsyncFlow files, those that AsyncFlow itself checks and those it should. */
class AsyncFlowMistakesTest {

  private static final String SOUND = Samples.text("asyncflow/balanced.yml");

  /** Each row spoils one place of balanced.yml. */
  @ParameterizedTest
  @CsvFileSource(resources = "/asyncflow/mistakes.csv", delimiter = '|', quoteCharacter = '~')
  void aMistakeIsReportedWithItsPlace(String written, String instead, String mistake) {
    assertRefused(spoilt(written, instead), "bad.yml:" + mistake);
  }

  @Test
  void allMistakesOfAFileAreReportedAtOnceAndByPosition() {
    String text = spoilt("user_sampling_window: 30", "user_sampling_window: soon");
    text = spoilt(text, "cpu_cores: 2, ram_mb: 512", "cpu_cores: 0, ram_mb: big, disk: 1");
    text = spoilt(text, "dropout_rate: 0}", "dropout_rate: 2}");
    text = spoilt(text, "to-right, source: front", "to-right, source: back");
    text = spoilt(text, "total_simulation_time: 120", "total_simulation_time: 35");
    text = spoilt(text, "spike_s: 0.5", "spike_s: none");
    String spoilt = text;
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Samples.load("bad.yml", spoilt))
        .withMessageStartingWith("bad.yml has 8 mistakes:")
        .satisfies(
            invalid ->
                assertThat(invalid.mistakes())
                    .extracting(YamlMistake::path)
                    .containsExactly(
                        "rqs_input.user_sampling_window",
                        "topology_graph.nodes.servers[0].server_resources.cpu_cores",
                        "topology_graph.nodes.servers[0].server_resources.ram_mb",
                        "topology_graph.nodes.servers[0].server_resources.disk",
                        "topology_graph.edges[1].dropout_rate",
                        "topology_graph.edges[3].source",
                        "events[0].start.spike_s",
                        "events[1].end.t_end"));
  }

  @Test
  void aLoadBalancerNeedsEdges() {
    String text = spoilt("source: front, target: left", "source: right, target: left");
    assertRefused(
        spoilt(text, "source: front, target: right", "source: left, target: right"),
        "12:11: topology_graph.nodes.load_balancer.id: found \"front\" without an edge");
  }

  @Test
  void aServerThatAnotherServerAlsoAsksCannotGoDown() {
    String text = spoilt("source: right, target: browser", "source: right, target: left");
    assertRefused(
        text, "61:16: events[1].target_id: found \"left\", which requests reach without a load");
  }

  @Test
  void anOutageMayBeginWhenAnotherEnds() {
    String next =
        """
          - event_id: next
            target_id: left
            start: {kind: server_down, t_start: 40}
            end: {kind: server_up, t_end: 50}
          - event_id: other
            target_id: right
            start: {kind: server_down, t_start: 50}
            end: {kind: server_up, t_end: 120}
        """;
    assertThat(Samples.load("good.yml", SOUND + next).scenario().faults()).hasSize(4);
  }

  @Test
  void spikesMayOverlap() {
    String next =
        """
          - event_id: next
            target_id: to-front
            start: {kind: network_spike_start, t_start: 15, spike_s: 1e-12}
            end: {kind: network_spike_end, t_end: 15.0000000001}
        """;
    assertThat(Samples.load("good.yml", SOUND + next).scenario().faults()).hasSize(3);
  }

  @Test
  void memoryForExactlyOneRequestIsEnough() {
    String text = spoilt("necessary_ram: 64", "necessary_ram: 512");
    assertThat(Samples.load("good.yml", text).scenario().services()).hasSize(2);
  }

  @Test
  void aServerThatIsNotCoveredGetsRequestsAllTheSame() {
    String text = spoilt("server_covered: [left, right]", "server_covered: [left]");
    assertThat(Samples.load("good.yml", text).warnings())
        .extracting(YamlMistake::message)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("edges[3].target: found \"right\", expected a server in"));
  }

  @Test
  void aSpikeOnAnEdgeThatNoRequestTakesDoesNothing() {
    String text =
        Samples.text("asyncflow/direct.yml")
            .replace(
                "events: null",
                """
                events:
                  - event_id: idle
                    target_id: user-lb
                    start: {kind: network_spike_start, t_start: 1, spike_s: 1}
                    end: {kind: network_spike_end, t_end: 2}
                """);
    assertThat(Samples.load("good.yml", text).scenario().faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1", "[]", "text", "5", "null", "services: {}"})
  void aFileInNoDialectIsRefused(String text) {
    assertRefused(
        text, "expected a mapping with the keys fastsim, or rqs_input and topology_graph");
  }

  @Test
  void moreNodesThanAnyoneNeedsAreRefused() {
    StringBuilder servers = new StringBuilder("servers:\n");
    for (int i = 0; i < 501; i++) {
      servers.append("      - {id: s%d, server_resources: {}, endpoints: []}%n".formatted(i));
    }
    String text = spoilt("servers:\n", servers.toString());
    assertRefused(text, "found a list of 503, expected at most 500 servers");
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> Samples.load("bad.yml", text))
        .withMessageContaining(message);
  }

  private static String spoilt(String written, String instead) {
    return spoilt(SOUND, written, instead);
  }

  private static String spoilt(String text, String written, String instead) {
    String found = written.replace("\\n", "\n");
    int at = text.indexOf(found);
    assertThat(at).as(found).isNotNegative();
    return text.substring(0, at)
        + instead.replace("\\n", "\n")
        + text.substring(at + found.length());
  }
}
