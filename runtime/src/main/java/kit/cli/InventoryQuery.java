package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Table;
import kit.model.Location;
import kit.script.query.HostExpression;
import kit.selection.Selection;
import kit.vars.Candidate;
import kit.vars.Variables;

/**
 * {@code kit inventory query}: the hosts for which an expression holds, and what is asked of them.
 */
final class InventoryQuery {
  private static final String MASK = "******";

  private final Selection selection;
  private final Variables variables;
  private final String format;
  private final Screen screen;
  private final Set<String> silent = new LinkedHashSet<>();

  InventoryQuery(Selection selection, Variables variables, String format, Screen screen) {
    this.selection = selection;
    this.variables = variables;
    this.format = format;
    this.screen = screen;
  }

  /** The hosts of these for which an expression holds. */
  List<String> hosts(String expression, List<String> hosts) {
    HostExpression query = selection.compile(expression, new Location("query", 1, 1));
    Map<String, Boolean> judged = selection.holds(query, hosts);
    List<String> found = new ArrayList<>();
    judged.forEach(
        (host, holds) -> {
          if (holds) {
            found.add(host);
          }
        });
    miss(hosts, judged.keySet());
    return found;
  }

  /** Hosts with the values of columns. */
  void show(List<String> hosts, List<Column> columns) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    hosts.forEach(host -> rows.put(host, new LinkedHashMap<>()));
    for (Column column : columns) {
      HostExpression query = selection.compile(column.title(), column.begin());
      Map<String, Object> values = selection.values(query, hosts);
      miss(hosts, values.keySet());
      for (String host : hosts) {
        Object value = isSecret(query, host) ? MASK : values.get(host);
        rows.get(host).put(column.title(), value);
      }
    }
    switch (format) {
      case "json" -> screen.out.json(objects(rows));
      case "yaml" -> screen.out.write(AnsibleText.yaml(objects(rows)));
      case "ansible" -> screen.out.line(AnsibleText.json(rows));
      default -> table(rows, columns);
    }
  }

  /** Whether nobody was left out because facts are missing. */
  boolean knowsAll() {
    return silent.isEmpty();
  }

  /** 0, or 4 if somebody could not be asked; who that is is told. */
  int exit() {
    if (silent.isEmpty()) {
      return Exit.OK;
    }
    String count = silent.size() == 1 ? "1 host" : silent.size() + " hosts";
    screen.err.line(
        "kit: " + count + " could not be asked and may be missing: " + String.join(", ", silent));
    return Exit.UNREACHABLE;
  }

  private void miss(List<String> asked, Set<String> answered) {
    Set<String> missing = new LinkedHashSet<>(asked);
    missing.removeAll(answered);
    silent.addAll(missing);
  }

  private static List<Map<String, Object>> objects(Map<String, Map<String, Object>> rows) {
    List<Map<String, Object>> objects = new ArrayList<>();
    rows.forEach(
        (host, values) -> {
          Map<String, Object> object = new LinkedHashMap<>();
          object.put("host", host);
          object.putAll(values);
          objects.add(object);
        });
    return objects;
  }

  private void table(Map<String, Map<String, Object>> rows, List<Column> columns) {
    Table table = new Table();
    if (format.equals("table")) {
      List<String> heads = new ArrayList<>(List.of("host"));
      columns.forEach(column -> heads.add(column.title()));
      table.row(heads.toArray(String[]::new));
    }
    rows.forEach(
        (host, values) -> {
          List<String> cells = new ArrayList<>(List.of(host));
          for (Object value : values.values()) {
            cells.add(value == null ? "-" : AnsibleText.line(value));
          }
          table.row(cells.toArray(String[]::new));
        });
    table.print("", screen.out);
  }

  /** Whether a value was made of one that is not to be shown. */
  private boolean isSecret(HostExpression query, String host) {
    for (String name : query.reads()) {
      List<Candidate> written = variables.host(host).candidates(name);
      if (!written.isEmpty()
          && (Written.isPassword(name) || Written.isVaulted(written.get(0).setting().value()))) {
        return true;
      }
    }
    return false;
  }
}
