package dev.fastsim.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls must lead to an endpoint that there is, and never back to where they came from. */
final class CallRules {

  private final Map<String, Service> services = new LinkedHashMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private CallRules(List<Service> services) {
    services.forEach(service -> this.services.putIfAbsent(service.name(), service));
  }

  static List<String> mistakes(List<Service> services) {
    CallRules rules = new CallRules(services);
    services.forEach(rules::checkEnds);
    if (rules.mistakes.isEmpty()) {
      rules.checkCircles();
    }
    return rules.mistakes;
  }

  private void checkEnds(Service caller) {
    for (Step.Call call : caller.calls()) {
      Service callee = services.get(call.service());
      String user = "call '%s' of '%s'".formatted(call.name(), caller.name());
      if (callee == null) {
        ScenarioRules.requireKnown(
            user, "service", call.service(), List.copyOf(services.keySet()), mistakes);
      } else {
        ScenarioRules.requireKnown(
            user,
            "endpoint",
            call.endpoint(),
            callee.endpoints().stream().map(Endpoint::name).toList(),
            mistakes);
      }
    }
  }

  private void checkCircles() {
    Set<String> circle = new LinkedHashSet<>();
    for (String service : services.keySet()) {
      if (calls(service).contains(service)) {
        circle.add(service);
      }
    }
    if (!circle.isEmpty()) {
      mistakes.add(
          "services call each other in a circle: %s; a request could wait for itself, so leave out one of the calls"
              .formatted(circle));
    }
  }

  /** The services that one calls, itself or by others. */
  private Set<String> calls(String caller) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(caller));
    while (!open.isEmpty()) {
      Service service = services.get(open.poll());
      for (Step.Call call : service == null ? List.<Step.Call>of() : service.calls()) {
        if (found.add(call.service())) {
          open.add(call.service());
        }
      }
    }
    return found;
  }
}
