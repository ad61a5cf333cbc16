package kit.inventories.consul;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kit.spi.inventory.GroupName;
import kit.spi.inventory.SourceFailure;

/**
 * What a node is called, which groups it is in, and what is known of it.
 *
 * @param wanted the settings
 */
record Naming(Consul wanted) {

  String name(Node node) {
    if (wanted.domain().isPresent()) {
      return node.name() + ".node." + node.datacenter() + "." + wanted.domain().get();
    }
    String name =
        switch (wanted.hostname()) {
          case NODE -> node.name();
          case ADDRESS -> address(node);
          case ID -> node.id();
        };
    if (name.isEmpty()) {
      throw new SourceFailure("the node " + node.place() + " has no such name", "hostname: 'node'");
    }
    return name;
  }

  private String address(Node node) {
    return switch (wanted.address()) {
      case "node" -> node.address();
      case "service" -> {
        for (Instance instance : node.instances()) {
          if (!instance.address().isEmpty()) {
            yield instance.address();
          }
        }
        yield node.address();
      }
      default ->
          node.tagged().get(wanted.address()) instanceof String text && !text.isEmpty()
              ? text
              : node.address();
    };
  }

  List<String> groups(Node node) {
    Set<String> groups = new LinkedHashSet<>(List.of("consul_nodes"));
    groups.add(GroupName.of(wanted.datacenterPrefix() + node.datacenter()));
    for (Instance instance : node.instances()) {
      String name = instance.service() + wanted.serversSuffix();
      groups.add(GroupName.of(name));
      if (wanted.tags()) {
        for (String tag : instance.tags()) {
          groups.add(GroupName.of(name + "_" + tag));
          groups.add(GroupName.of("tag_" + tag));
        }
      }
      if (wanted.availability()) {
        boolean up = instance.health() == Health.PASSING;
        String suffix = up ? wanted.availableSuffix() : wanted.unavailableSuffix();
        groups.add(GroupName.of(instance.service() + suffix));
      }
    }
    for (String key : wanted.metaGroups()) {
      if (node.meta().get(key) instanceof String value && !value.isEmpty()) {
        groups.add(GroupName.of(key + "_" + value));
      }
    }
    node.groups().forEach(name -> groups.add(GroupName.of(name)));
    return List.copyOf(groups);
  }

  Map<String, Object> vars(Node node) {
    Map<String, Object> ports = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> tags = new TreeSet<>();
    List<Object> instances = new ArrayList<>();
    for (Instance instance : node.instances()) {
      names.add(instance.service());
      if (instance.port() > 0) {
        ports.putIfAbsent(instance.service(), instance.port());
      }
      tags.addAll(instance.tags());
      instances.add(instance.shown());
    }
    Map<String, Object> vars = new LinkedHashMap<>();
    vars.put("ansible_host", address(node));
    if (ports.containsKey("ssh")) {
      vars.put("ansible_port", ports.get("ssh"));
    }
    vars.put("consul_nodename", node.name());
    vars.put("consul_node_id", node.id());
    vars.put("consul_datacenter", node.datacenter());
    vars.put("consul_address", node.address());
    vars.put("consul_tagged_addresses", node.tagged());
    vars.put("consul_meta", node.meta());
    vars.put("consul_health", node.health().word());
    vars.put("consul_services", List.copyOf(names));
    vars.put("consul_ports", ports);
    vars.put("consul_tags", List.copyOf(tags));
    vars.put("consul_instances", instances);
    vars.putAll(node.facts());
    return vars;
  }
}
