package kit.cli;

import java.nio.file.Path;
import java.util.List;
import kit.catalog.Suggestion;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Command;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Location;
import kit.model.Problem;
import kit.report.Detail;
import kit.selection.FactSource;
import kit.selection.Selection;
import kit.vars.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit inventory}: hosts, groups and variables as kit understood them. */
final class InventoryCommand implements Command {
  static final List<String> VIEWS = List.of("list", "graph", "host", "hosts", "query");
  private static final List<String> FORMATS = List.of("text", "json", "yaml", "table", "ansible");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Words.command("inventory", "Shows the hosts, groups and variables of an inventory.");
    InventoryOptions.add(spec);
    PlayOptions.addExtraVars(spec);
    String folder = "Where the playbook's group_vars and host_vars are (here).";
    Words.text(spec, "DIRECTORY", folder, "--playbook-dir");
    Words.text(spec, "FORMAT", "text, json, yaml, table or ansible.", "-o", "--output");
    Words.flag(spec, "No colours.", "--no-color");
    ConnectionOptions.add(spec);
    String columns = "Expressions with commas between: vars.port,facts.os.name (query, hosts).";
    Words.text(spec, "COLUMNS", columns, "--show");
    String views = "list, graph [GROUP], host NAME, hosts PATTERN or query EXPRESSION.";
    Words.argument(spec, "VIEW", "1", views);
    Words.argument(spec, 1, "NAME", "0..1", "The group, host, pattern or expression.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String view = Words.argument(said);
    if (!VIEWS.contains(view)) {
      throw new UsageException(
          "kit inventory cannot '" + view + "'",
          Suggestion.hint(view, VIEWS, "say: kit inventory list, graph, host, hosts or query"));
    }
    String format = said.matchedOptionValue("-o", "text");
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "there is no format '" + format + "'", "say -o text, json, yaml, table or ansible");
    }
    Path folder = Path.of(Words.text(said, "--playbook-dir"));
    RunRequest request =
        new RunRequest(
            InventoryOptions.of(said, screen),
            ConnectionOptions.of(said, screen),
            new PlayOptions(List.of(), List.of(), PlayOptions.extraVars(said), false),
            new Detail(0, false));
    Wiring wiring = new Wiring(screen);
    Variables variables =
        wiring.ground().variables(request.inventory(), request.play().extraVars(), folder);
    List<Column> columns = Column.of(Words.text(said, "--show"));
    if (!columns.isEmpty() && !view.equals("query") && !view.equals("hosts")) {
      throw new UsageException("--show is for hosts and query", "leave it out");
    }
    int code;
    try (Interruption interruption = new Interruption(screen)) {
      FactSource facts = wiring.asking(request, variables, interruption::stops);
      Selection selection = wiring.selection(variables, facts);
      InventoryQuery query = new InventoryQuery(selection, variables, format, screen);
      String limit = request.inventory().limit();
      Wanted wanted = new Wanted(Words.argument(said, 1), limit, selection, columns);
      show(view, wanted, new InventoryView(variables, format, screen.out), query);
      code = query.exit();
    }
    for (String warning : variables.warnings()) {
      screen.err.line("warning: " + warning);
    }
    return code;
  }

  /**
   * What is to be shown.
   *
   * @param name the group, host, pattern or expression; empty if none was said
   * @param limit leaves only some hosts; empty for all
   * @param selection judges expressions in patterns
   * @param columns what is shown beside names
   */
  private record Wanted(String name, String limit, Selection selection, List<Column> columns) {

    List<String> limited(List<String> hosts, Inventory inventory) {
      return limit.isEmpty() ? hosts : Limit.of(limit, selection).select(hosts, inventory);
    }

    List<String> matching(String pattern, Inventory inventory) {
      List<String> hosts = HostPattern.of(pattern, Location.NONE, selection).select(inventory);
      return limited(hosts, inventory);
    }
  }

  private static void show(String view, Wanted wanted, InventoryView shown, InventoryQuery query) {
    Inventory inventory = shown.inventory();
    String name = wanted.name();
    switch (view) {
      case "graph" -> {
        List<String> hosts = wanted.limited(List.copyOf(inventory.hosts()), inventory);
        shown.graph(group(name.isEmpty() ? "all" : name, inventory), hosts);
      }
      case "host" -> shown.host(host(name, inventory));
      case "hosts" -> {
        String pattern = name.isEmpty() ? "all" : name;
        hosts(some(wanted.matching(pattern, inventory), pattern), wanted, shown, query);
      }
      case "query" -> {
        if (name.isEmpty()) {
          throw new UsageException("which hosts?", "for example: kit inventory query 'port > 80'");
        }
        List<String> all = some(wanted.matching("all", inventory), "");
        List<String> found = query.hosts(name, all);
        if (shown.forPeople() && query.knowsAll()) {
          some(found, name);
        }
        hosts(found, wanted, shown, query);
      }
      default -> {
        if (!name.isEmpty()) {
          throw new UsageException(
              "too much said: '" + name + "'", "kit inventory hosts " + name + " selects hosts");
        }
        List<String> all = List.copyOf(inventory.hosts());
        List<String> hosts = wanted.limited(all, inventory);
        shown.list(shown.forPeople() ? some(hosts, "") : hosts);
      }
    }
  }

  private static void hosts(
      List<String> hosts, Wanted wanted, InventoryView shown, InventoryQuery query) {
    if (wanted.columns().isEmpty()) {
      shown.hosts(hosts);
    } else {
      query.show(hosts, wanted.columns());
    }
  }

  private static List<String> some(List<String> hosts, String pattern) {
    if (hosts.isEmpty()) {
      String what = pattern.isEmpty() ? "there are no hosts" : "no host matches '" + pattern + "'";
      String hint =
          pattern.isEmpty() ? "name an inventory with -i" : "kit inventory list shows them";
      throw new NoHostsException(new Problem(Location.NONE, what, hint));
    }
    return hosts;
  }

  private static String group(String name, Inventory inventory) {
    if (inventory.group(name).isPresent()) {
      return name;
    }
    List<String> names = inventory.groups().stream().map(group -> group.name()).toList();
    throw new UsageException(
        "no group is called '" + name + "'",
        Suggestion.hint(name, names, "kit inventory list shows them"));
  }

  private static String host(String name, Inventory inventory) {
    if (name.isEmpty()) {
      throw new UsageException("which host?", "say: kit inventory host NAME");
    }
    if (inventory.host(name).isEmpty()) {
      throw new NoHostsException(
          new Problem(
              Location.NONE,
              "no host is called '" + name + "'",
              Suggestion.hint(name, inventory.hosts(), "kit inventory list shows them")));
    }
    return name;
  }
}
