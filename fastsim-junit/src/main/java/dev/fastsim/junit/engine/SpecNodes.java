package dev.fastsim.junit.engine;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** The nodes of SLAs and endpoints below a simulation. */
final class SpecNodes {

  private SpecNodes() {}

  /**
   * SLAs of services first, then endpoints, in their order.
   *
   * @param prefix of their names in reports that know only classes and methods
   * @param slaSource of SLAs that are not an endpoint's
   */
  static List<SpecNode> below(
      UniqueId parent,
      List<Sla> slas,
      List<EndpointSpec> endpoints,
      String prefix,
      TestSource slaSource) {
    List<SpecNode> nodes = new ArrayList<>();
    for (Sla sla : slas) {
      nodes.add(new SlaNode(parent, sla, nodes.size(), prefix, slaSource));
    }
    for (EndpointSpec endpoint : endpoints) {
      nodes.add(new EndpointNode(parent, endpoint, prefix, nodes.size()));
    }
    return nodes;
  }
}
