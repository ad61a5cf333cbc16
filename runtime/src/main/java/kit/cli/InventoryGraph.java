package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.cli.terminal.Table;
import kit.inventory.Group;
import kit.inventory.Inventory;
import kit.report.Sink;
import kit.report.Visible;

/**
 * The tree of groups.
 *
 * @param shown the hosts that are wanted
 */
record InventoryGraph(Inventory inventory, Set<String> shown, Sink out) {

  void print(String group, String format) {
    switch (format) {
      case "json" -> out.json(object(group));
      case "yaml" -> out.write(AnsibleText.yaml(object(group)));
      case "table" -> {
        Table table = new Table().row("group", "children", "hosts");
        rows(group, 0, table);
        table.print("", out);
      }
      default -> lines(group, 0);
    }
  }

  /** As {@code ansible-inventory --graph} draws it. */
  private void lines(String name, int depth) {
    line("@" + name + ":", depth);
    Group group = inventory.group(name).orElseThrow();
    for (String child : group.children()) {
      lines(child, depth + 1);
    }
    for (String host : hosts(group)) {
      line(host, depth + 1);
    }
  }

  private void line(String name, int depth) {
    out.line("  |".repeat(depth) + (depth == 0 ? "" : "--") + Visible.line(name));
  }

  private Map<String, Object> object(String name) {
    Group group = inventory.group(name).orElseThrow();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("group", name);
    List<Object> children = new ArrayList<>();
    group.children().forEach(child -> children.add(object(child)));
    if (!children.isEmpty()) {
      object.put("children", children);
    }
    if (!hosts(group).isEmpty()) {
      object.put("hosts", hosts(group));
    }
    return object;
  }

  private void rows(String name, int depth, Table table) {
    Group group = inventory.group(name).orElseThrow();
    table.row(
        "  ".repeat(depth) + name,
        String.join(", ", group.children()),
        String.join(", ", hosts(group)));
    for (String child : group.children()) {
      rows(child, depth + 1, table);
    }
  }

  /** Those directly in the group. */
  private List<String> hosts(Group group) {
    return group.name().equals("all")
        ? List.of()
        : group.hosts().stream().filter(shown::contains).toList();
  }
}
