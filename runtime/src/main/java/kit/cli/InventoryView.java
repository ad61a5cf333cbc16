package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kit.cli.terminal.Table;
import kit.data.Setting;
import kit.data.Verbatim;
import kit.inventory.Group;
import kit.inventory.Inventory;
import kit.inventory.InventoryListing;
import kit.report.Sink;
import kit.report.Visible;
import kit.vars.Variables;

/** An inventory in the format asked for. */
final class InventoryView {
  private final Variables variables;
  private final Inventory inventory;
  private final String format;
  private final Sink out;

  InventoryView(Variables variables, String format, Sink out) {
    this.variables = variables;
    this.inventory = variables.inventory();
    this.format = format;
    this.out = out;
  }

  Inventory inventory() {
    return inventory;
  }

  /** Whether no program reads it. */
  boolean forPeople() {
    return format.equals("text") || format.equals("table");
  }

  /** Groups, with those of their hosts that are wanted. */
  void list(List<String> hosts) {
    Set<String> shown = new LinkedHashSet<>(hosts);
    switch (format) {
      case "text" -> groups(hosts);
      case "table" -> table(hosts);
      case "yaml" -> out.write(AnsibleText.yaml(tree("all", shown, new LinkedHashSet<>())));
      case "ansible" ->
          out.line(AnsibleText.json(InventoryListing.of(inventory, shown, this::vars)));
      default -> out.json(InventoryListing.of(inventory, shown, this::vars));
    }
  }

  /** Names of hosts, in their order. */
  void hosts(List<String> hosts) {
    switch (format) {
      case "table" -> table(hosts);
      case "yaml" -> out.write(AnsibleText.yaml(hosts));
      case "json", "ansible" -> out.json(hosts);
      default -> hosts.forEach(host -> out.line(Visible.line(host)));
    }
  }

  /** A group and what is below it, with those of its hosts that are wanted. */
  void graph(String group, List<String> hosts) {
    new InventoryGraph(inventory, new LinkedHashSet<>(hosts), out).print(group, format);
  }

  /** The variables of a host as they are written, and where. */
  void host(String host) {
    Map<String, Setting> vars = new TreeMap<>(vars(host));
    switch (format) {
      case "ansible" -> out.line(AnsibleText.json(InventoryListing.vars(vars)));
      case "yaml" -> out.write(AnsibleText.yaml(yaml(vars)));
      case "json" -> {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("host", host);
        object.put("groups", inventory.groupNames(host));
        Map<String, Object> values = new LinkedHashMap<>();
        vars.forEach(
            (name, setting) -> {
              Map<String, Object> value = new LinkedHashMap<>();
              value.put("value", InventoryListing.plain(setting.value()));
              value.put("from", setting.location().toString());
              values.put(name, value);
            });
        object.put("vars", values);
        out.json(object);
      }
      default -> {
        String groups = String.join(", ", inventory.groupNames(host));
        out.line(Visible.line(host) + (groups.isEmpty() ? "" : " · " + Visible.line(groups)));
        Table table = new Table();
        vars.forEach(
            (name, setting) ->
                table.row(name, Written.value(name, setting), setting.location().toString()));
        table.print("  ", out);
      }
    }
  }

  private Map<String, Setting> vars(String host) {
    Map<String, Setting> vars = new LinkedHashMap<>(variables.host(host).declared());
    vars.putAll(variables.extra());
    return vars;
  }

  private void groups(List<String> hosts) {
    for (Group group : inventory.groups()) {
      List<String> its = new ArrayList<>(inventory.hostsOf(group.name()));
      its.retainAll(new LinkedHashSet<>(hosts));
      if (!its.isEmpty()) {
        out.line(Visible.line(group.name() + ": " + String.join(", ", its)));
      }
    }
  }

  private void table(List<String> hosts) {
    Table table = new Table().row("host", "address", "groups");
    for (String host : hosts) {
      Map<String, Object> vars = variables.host(host).published();
      Object address = vars.getOrDefault("ansible_host", host);
      Object port = vars.get("ansible_port");
      table.row(
          host,
          address + (port == null ? "" : ":" + port),
          String.join(", ", inventory.groupNames(host)));
    }
    table.print("", out);
  }

  /** A group as a YAML inventory has it; a host's variables stand where it is first named. */
  private Map<String, Object> tree(String name, Set<String> shown, Set<String> seen) {
    Group group = inventory.group(name).orElseThrow();
    Map<String, Object> children = new LinkedHashMap<>();
    for (String child : group.children()) {
      children.putAll(tree(child, shown, seen));
    }
    Map<String, Object> hosts = new LinkedHashMap<>();
    if (!name.equals("all")) {
      for (String host : group.hosts()) {
        if (shown.contains(host)) {
          hosts.put(host, seen.add(host) ? yaml(vars(host)) : Map.of());
        }
      }
    }
    Map<String, Object> content = new LinkedHashMap<>();
    if (!children.isEmpty()) {
      content.put("children", children);
    }
    if (!hosts.isEmpty()) {
      content.put("hosts", hosts);
    }
    return Map.of(name, content);
  }

  /** Ansible's YAML does not tell text that is never rendered from other text. */
  private static Map<String, Object> yaml(Map<String, Setting> vars) {
    Map<String, Setting> texts = new LinkedHashMap<>();
    vars.forEach(
        (name, its) -> {
          Object value =
              Written.each(its.value(), part -> part instanceof Verbatim text ? text.text() : part);
          texts.put(name, new Setting(value, its.location()));
        });
    return InventoryListing.vars(texts);
  }
}
