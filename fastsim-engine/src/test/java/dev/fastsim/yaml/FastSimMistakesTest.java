package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FastSimMistakesTest {

  /** Ends with the services, so that more keys can be added. */
  static final String SMALL =
      """
      fastsim: 1
      name: shop
      workload: {rate: 400/s}
      services:
        shop:
          endpoints:
            GET /:
              steps:
                - cpu: {name: work, time: 1 ms}
      """;

  static Stream<List<String>> mistakes() {
    return Stream.of(
        // keys
        List.of(
            "fastsim: 1",
            "fastsim: 2",
            "1:10: fastsim: found 2, expected 1, the only version so far"),
        List.of(
            "name: shop",
            "nam: shop",
            "2:1: nam: found an unknown key, expected one of fastsim, name,",
            "did you mean name?"),
        List.of("name: shop\n", "", "1:1: name: found nothing, expected text; add the key name"),
        List.of("name: shop", "name: 12", "2:7: name: found 12, expected text; write \"12\""),
        List.of("name: shop", "name: [a]", "2:7: name: found a list, expected text"),
        // workload
        List.of(
            "{rate: 400/s}",
            "{}",
            "3:11: workload.users: found nothing, expected a number above 0"),
        List.of(
            "{rate: 400/s}",
            "{rat: 400/s}",
            "3:12: workload.rat: found an unknown key, expected one of rate, process; did you mean rate?"),
        List.of(
            "{rate: 400/s}",
            "{rate: 400/s, users: 3}",
            "3:11: workload: found users and rate, expected only one of them"),
        List.of(
            "{rate: 400/s}",
            "{rate: 400}",
            "3:18: workload.rate: found 400, expected a rate such as 400/s; it has no unit"),
        List.of(
            "{rate: 400/s}",
            "{rate: 400/y}",
            "3:18: workload.rate: found \"400/y\", expected a rate such as 400/s; unknown unit '/y'"),
        List.of(
            "{rate: 400/s}",
            "{rate: 0/s}",
            "3:18: workload.rate: found \"0/s\"; the arrival rate must be positive"),
        List.of(
            "{rate: 400/s}", "5", "3:11: workload: found 5, expected a mapping with users or rate"),
        List.of(
            "{rate: 400/s}",
            "{users: -1, requestsPerMinutePerUser: 1}",
            "3:19: workload.users: found -1, expected a number above 0"),
        List.of(
            "{rate: 400/s}",
            "{users: 1, requestsPerMinutePerUser: 1, window: 5}",
            "3:59: workload.window: found 5, expected a duration such as 1.5 ms; it has no unit"),
        List.of(
            "{rate: 400/s}",
            "{users: 1, requestsPerMinutePerUser: 1, userCount: normal}",
            "3:62: workload.userCount: found \"normal\"; userCount normal needs a userSd"),
        List.of(
            "{rate: 400/s}",
            "{users: 1, requestsPerMinutePerUser: 1, userSd: 4}",
            "3:59: workload.userSd: found 4; userSd goes with"),
        // services
        List.of(
            "    endpoints:",
            "    cores: 0\n    endpoints:",
            "6:12: services.shop.cores: found 0, expected a whole number from 1 to 10000"),
        List.of(
            "    endpoints:",
            "    cores: 1.5\n    endpoints:",
            "6:12: services.shop.cores: found 1.5, expected a whole number from 1 to 10000"),
        List.of(
            "    endpoints:",
            "    ram: 0 B\n    endpoints:",
            "6:10: services.shop.ram: found \"0 B\"; ram must be more than 0 B"),
        List.of(
            "    endpoints:",
            "    balancer: fewest_in_transit\n    endpoints:",
            "6:15: services.shop.balancer: found \"fewest_in_transit\", expected one of round_robin, random"),
        List.of(
            "    endpoints:",
            "    pools: {db: {size: 0}}\n    endpoints:",
            "6:24: services.shop.pools.db.size: found 0, expected a whole number from 1 to 2147483647"),
        List.of(
            "    endpoints:",
            "    pools: {' ': {size: 1}}\n    endpoints:",
            "services.shop.pools.\" \": found \" \" as a name, expected text that is not blank"),
        List.of(
            "    endpoints:",
            "    pools: [db]\n    endpoints:",
            "6:12: services.shop.pools: found a list, expected a mapping from names to pools"),
        List.of(
            "    endpoints:",
            "    rateLimiter: {burst: 2}\n    endpoints:",
            "6:18: services.shop.rateLimiter.permitsPerSecond: found nothing"),
        // endpoints and steps
        List.of(
            "steps:\n          - cpu: {name: work, time: 1 ms}",
            "weight: 1",
            "8:9: services.shop.endpoints.\"GET /\".steps: found nothing, expected a list of steps"),
        List.of(
            "steps:\n          - cpu: {name: work, time: 1 ms}",
            "variant: []",
            "8:9: services.shop.endpoints.\"GET /\".variant: found an unknown key, expected one of weight, rateLimiter, variants; did you mean variants?"),
        List.of(
            "steps:\n          - cpu: {name: work, time: 1 ms}",
            "variants: []",
            "8:19: services.shop.endpoints.\"GET /\".variants: found a list; variants needs at least one"),
        List.of(
            "- cpu: {name: work, time: 1 ms}",
            "- work",
            "9:13: services.shop.endpoints.\"GET /\".steps[0]: found \"work\", expected a step, a mapping with one of cpu, io, llm, call, ram"),
        List.of(
            "- cpu: {name: work, time: 1 ms}",
            "- gpu: {name: work, time: 1 ms}",
            "9:13: services.shop.endpoints.\"GET /\".steps[0].gpu: found an unknown key, expected one of cpu, io, llm, call, ram; did you mean cpu?"),
        List.of(
            "- cpu: {name: work, time: 1 ms}",
            "- {cpu: {name: work, time: 1 ms}, ram: {name: x, size: 1 B}}",
            "9:13: services.shop.endpoints.\"GET /\".steps[0]: found 2 keys, expected a step"),
        List.of(
            "1 ms}",
            "1 m}",
            "9:37: services.shop.endpoints.\"GET /\".steps[0].cpu.time: found \"1 m\", expected a duration or a distribution such as exponential(3 ms); column 1:",
            "did you mean min?"),
        List.of(
            "1 ms}",
            "exponental(1 ms)}",
            "9:37:",
            "unknown distribution 'exponental', did you mean exponential?"),
        List.of(
            "cpu: {name: work, time: 1 ms}",
            "io: {name: work, time: 1 ms, blocking: yes}",
            "9:52: services.shop.endpoints.\"GET /\".steps[0].io.blocking: found \"yes\", expected true or false"),
        // how it fits together
        List.of(
            "cpu: {name: work, time: 1 ms}",
            "io: {name: work, time: 1 ms, pool: dbx}",
            "9:48: services.shop.endpoints.\"GET /\".steps[0].io.pool: found \"dbx\"; step 'work' takes a connection from pool 'dbx', but the service has no pools"),
        List.of(
            "1 ms}",
            "1 ms}\n          - cpu: {name: work, time: 2 ms}",
            "10:18: services.shop.endpoints.\"GET /\".steps[1].cpu: found a mapping; there are two different steps named 'work'"),
        List.of(
            "name: work",
            "name: network",
            "9:18: services.shop.endpoints.\"GET /\".steps[0].cpu: found a mapping; a step is named 'network'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsReportedWithItsPlace(List<String> example) {
    assertThat(SMALL).contains(example.get(0));
    assertReported(
        SMALL.replace(example.get(0), example.get(1)), example.subList(2, example.size()));
  }

  static Stream<List<String>> mistakesAtTheEnd() {
    return Stream.of(
        List.of(
            "network: {latency: 3 ms}\nlinks: []",
            "10:10: network: found a mapping; network stands for both links"),
        List.of(
            "network: {latency: 3 ms}\nrelays: [x]",
            "10:10: network: found a mapping; network is for a single service"),
        List.of(
            "headroom: 1.3",
            "10:11: headroom: found 1.3; headroom is more traffic at which every SLA is kept, but"
                + " there is none; add slas"),
        List.of("headroom: 0", "10:11: headroom: found 0, expected a number above 0"),
        List.of(
            "network: {loss: 120%}",
            "10:17: network.loss: found \"120%\", expected a share such as 80%; it is more than the whole"),
        List.of(
            "network: {loss: 5}",
            "10:17: network.loss: found 5, expected a share",
            "did you mean 5%?"),
        List.of(
            "links:\n  - {from: clients, to: shop}\n  - {from: shop, to: shopp}",
            "12:22: links[1].to: found \"shopp\"; link 'shop -> shopp' joins 'shopp', but there is no such node"),
        List.of(
            "links: [{from: shop, to: shop}]",
            "10:16: links[0].from: found \"shop\"; a link must join different nodes"),
        List.of("links: []", "f.yml:1:1: found a mapping; 0 links leave 'clients'"),
        List.of(
            "relays: [shop]\nlinks:\n  - {from: clients, to: shop}\n  - {from: shop, to: clients}",
            "there are two nodes named 'shop'"),
        List.of(
            "relays: [lost]\nlinks:\n  - {from: clients, to: shop}\n  - {from: shop, to: clients}\n  - {from: lost, to: clients}",
            "10:10: relays[0]: found \"lost\"; no request can reach 'lost'"),
        List.of(
            "faults:\n  - outage: {service: shop, start: 1 s, duration: 1 s}",
            "11:13: faults[0].outage.mode: found nothing, expected one of drain, kill"),
        List.of(
            "faults:\n  - outage: {service: shopp, mode: kill, start: 1 s, duration: 1 s}",
            "11:23: faults[0].outage.service: found \"shopp\"; the fault 'outage of shopp, killed' refers to service 'shopp'"),
        List.of(
            "faults:\n  - surge: {factor: 2, start: 10 min, duration: 1 s}",
            "11:5: faults[0]: found a mapping; the fault '2 times the traffic' starts at 10 min"),
        List.of(
            "faults:\n  - surge: {factor: 2, start: 1 s, duration: 0 s}",
            "11:46: faults[0].surge.duration: found \"0 s\"; duration must be longer than 0"),
        List.of(
            "faults:\n  - slowdown: {service: shop, factor: 1, start: 1 s, duration: 1 s}",
            "11:39: faults[0].slowdown.factor: found 1, expected a number above 1"),
        List.of(
            "faults:\n  - extraLoss: {link: shop -> clients, loss: 0%, start: 1 s, duration: 1 s}",
            "11:46: faults[0].extraLoss.loss: found \"0%\"; extra loss must be above 0"),
        List.of(
            "slas:\n  - latency: {p95: 1 ms, p95.0: 2 ms}",
            "slas[0].latency.\"p95.0\": found another word for a key that is there"),
        List.of(
            "slas:\n  - latency: {}",
            "11:14: slas[0].latency: found a mapping; at least one limit is needed"),
        List.of(
            "slas:\n  - latency: {p999: 1 ms}",
            "11:15: slas[0].latency.p999: found an unknown key, expected one of endpoint, mean, max or a percentile such as p99.9"),
        List.of(
            "slas:\n  - latency: {p0: 1 ms}",
            "11:15: slas[0].latency.p0: found \"p0\"",
            "above 0 and below 100"),
        List.of(
            "slas:\n  - latency: {endpoint: GET, p95: 1 ms}",
            "11:25: slas[0].latency.endpoint: found \"GET\"; the objective 'p95 <= 1 ms' refers to endpoint 'GET', but there is only GET /"),
        List.of(
            "slas:\n  - latency: {p95: 1 ms}\n  - ramUtilization: {service: shop, max: 80%}",
            "12:31: slas[1].ramUtilization.service: found \"shop\"; the objective 'ram utilization <= 80%' limits the memory of 'shop'"),
        List.of(
            "slas:\n  - errorRate: {max: 1 ms}",
            "11:22: slas[0].errorRate.max: found \"1 ms\", expected a share"),
        List.of(
            "simulation: {duration: 10 s, warmUp: 30 s}",
            "10:38: simulation.warmUp: found \"30 s\"; warmUp must not be negative and must be shorter"),
        List.of(
            "simulation: {warmUp: automatic}",
            "10:22: simulation.warmUp: found \"automatic\", expected a duration such as 1.5 ms, or auto"),
        List.of(
            "simulation: {replications: 40}",
            "10:28: simulation.replications: found 40; maxReplications must be from replications (40)"),
        List.of(
            "simulation: {seed: 1.5}",
            "10:20: simulation.seed: found 1.5, expected a whole number of 64 bits"),
        List.of(
            "simulation: 5 min",
            "10:13: simulation: found \"5 min\", expected a mapping with duration, warmUp, seed"));
  }

  @ParameterizedTest
  @MethodSource("mistakesAtTheEnd")
  void mistakeInWhatComesAfterTheServicesIsReportedWithItsPlace(List<String> example) {
    assertReported(SMALL + example.get(0) + "\n", example.subList(1, example.size()));
  }

  private static void assertReported(String text, List<String> parts) {
    assertThat(messages(text)).anySatisfy(message -> assertThat(message).contains(parts));
  }

  /** What is wrong with a text. */
  static List<String> messages(String text) {
    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> Samples.load("f.yml", text));
    assertThat(invalid).as("what is wrong with%n%s", text).isNotNull();
    return invalid.mistakes().stream().map(YamlMistake::message).toList();
  }
}
