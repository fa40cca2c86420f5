package dev.fastsim.yaml;

import dev.fastsim.units.Decimals;
import dev.fastsim.yaml.AsyncFlowFile.Endpoint;
import dev.fastsim.yaml.AsyncFlowFile.Resource;
import dev.fastsim.yaml.AsyncFlowFile.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the endpoints of a server and their steps. */
final class AsyncFlowEndpoints {

  private static final double LARGEST_MB = 1e9;
  private static final Map<String, Resource> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("initial_parsing", Resource.CPU);
    KINDS.put("cpu_bound_operation", Resource.CPU);
    KINDS.put("ram", Resource.RAM);
    KINDS.put("io_wait", Resource.IO);
    KINDS.put("io_db", Resource.IO);
    KINDS.put("io_cache", Resource.IO);
    KINDS.put("io_llm", Resource.IO);
    KINDS.put("io_task_spawn", Resource.IO);
  }

  private AsyncFlowEndpoints() {}

  /** The endpoints of a server; at least one. */
  static Optional<List<Endpoint>> read(YamlNode node, Findings findings) {
    Optional<List<Endpoint>> endpoints =
        Value.list("endpoints", AsyncFlowEndpoints::endpoint).read(node, findings);
    if (endpoints.isPresent() && endpoints.get().isEmpty()) {
      findings.mistake(node, "an empty list", "at least one endpoint", "");
    }
    return endpoints;
  }

  private static Optional<Endpoint> endpoint(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "endpoint_name", "steps", "probability")
        .map(
            fields -> {
              if (fields.has("probability")) {
                findings.warning(
                    fields.at("probability").orElse(node),
                    "no probability",
                    "it is ignored: endpoints are equally likely, as in AsyncFlow");
              }
              String name = fields.required("endpoint_name", Value.text(), "");
              List<Step> steps =
                  fields.required(
                      "steps", Value.list("steps", AsyncFlowEndpoints::step), List.of());
              return new Endpoint(name.toLowerCase(Locale.ROOT), steps);
            });
  }

  private static Optional<Step> step(YamlNode node, Findings findings) {
    Optional<Fields> fields = Fields.of(node, findings, "kind", "step_operation");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Resource> resource = fields.get().required("kind", Value.word(KINDS));
    Optional<Step> step = Optional.empty();
    String kind = fields.get().optional("kind", Value.text()).orElse("");
    Optional<Double> amount =
        fields
            .get()
            .required(
                "step_operation",
                Value.mapping((operation, same) -> amount(operation, same, resource, kind)));
    if (resource.isPresent() && amount.isPresent()) {
      step = Optional.of(new Step(kind, resource.get(), amount.get()));
    }
    if (kind.equals("io_task_spawn")) {
      findings.warning(
          fields.get().at("kind").orElse(node),
          "a wait",
          "the request waits for it as for io_wait, as in AsyncFlow");
    }
    return step;
  }

  private static Optional<Double> amount(
      YamlNode node, Findings findings, Optional<Resource> resource, String kind) {
    String[] keys = {Resource.CPU.key(), Resource.IO.key(), Resource.RAM.key()};
    Optional<Fields> fields = Fields.of(node, findings, keys);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Map<Resource, Double> amounts = new LinkedHashMap<>();
    List<String> given = new ArrayList<>();
    for (Resource each : Resource.values()) {
      if (fields.get().has(each.key())) {
        given.add(each.key());
        double most = each == Resource.RAM ? LARGEST_MB : AsyncFlowVariables.LONGEST;
        fields
            .get()
            .optional(each.key(), Value.number(Range.above(0).upTo(most)))
            .ifPresent(amount -> amounts.put(each, amount));
      }
    }
    if (given.size() != 1) {
      findings.mistake(
          node,
          given.isEmpty() ? "no operation" : String.join(" and ", given),
          "exactly one operation" + resource.map(right -> ", " + right.key()).orElse(""),
          "");
      return Optional.empty();
    }
    if (resource.isPresent() && !given.contains(resource.get().key())) {
      findings.mistake(node, given.get(0), resource.get().key() + ", which " + kind + " takes", "");
    }
    return resource.map(amounts::get);
  }

  /** No request may need more memory than there is: AsyncFlow would let it wait for ever. */
  static void checkMemory(Fields server, List<Endpoint> endpoints, long ramMb) {
    List<YamlNode> nodes =
        server.at("endpoints").filter(YamlNode.Sequence.class::isInstance).stream()
            .flatMap(node -> ((YamlNode.Sequence) node).items().stream())
            .toList();
    for (int i = 0; i < endpoints.size(); i++) {
      double needed =
          endpoints.get(i).steps().stream()
              .filter(step -> step.resource() == Resource.RAM)
              .mapToDouble(Step::amount)
              .sum();
      if (needed > ramMb) {
        server
            .findings()
            .mistake(
                nodes.get(i),
                "ram steps of " + Decimals.exact(needed) + " MB together",
                "at most the " + ramMb + " MB of the server",
                "such a request could never start; raise ram_mb");
      }
    }
  }
}
