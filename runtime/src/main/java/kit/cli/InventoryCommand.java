package kit.cli;

import java.nio.file.Path;
import java.util.List;
import kit.catalog.Suggestion;
import kit.inventory.HostPattern;
import kit.inventory.Inventory;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Location;
import kit.model.Problem;
import kit.vars.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit inventory}: hosts, groups and variables as kit understood them. */
final class InventoryCommand implements Command {
  static final List<String> VIEWS = List.of("list", "graph", "host", "hosts");
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
    Words.argument(spec, "VIEW", "1", "list, graph [GROUP], host NAME or hosts PATTERN.");
    Words.argument(spec, 1, "NAME", "0..1", "The group, host or pattern.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String view = Words.argument(said);
    if (!VIEWS.contains(view)) {
      throw new UsageException(
          "kit inventory cannot '" + view + "'",
          Suggestion.hint(view, VIEWS, "say: kit inventory list, graph, host or hosts"));
    }
    String format = said.matchedOptionValue("-o", "text");
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "there is no format '" + format + "'", "say -o text, json, yaml, table or ansible");
    }
    InventoryOptions options = InventoryOptions.of(said, screen);
    Path folder = Path.of(Words.text(said, "--playbook-dir"));
    Variables variables =
        new Wiring(screen).variables(options, PlayOptions.extraVars(said), folder);
    for (String warning : variables.inventory().warnings()) {
      screen.err.line("warning: " + warning);
    }
    show(view, Words.argument(said, 1), options, new InventoryView(variables, format, screen.out));
    for (String warning : variables.warnings()) {
      screen.err.line("warning: " + warning);
    }
    return Exit.OK;
  }

  private static void show(
      String view, String name, InventoryOptions options, InventoryView shown) {
    Inventory inventory = shown.inventory();
    switch (view) {
      case "graph" -> shown.graph(group(name.isEmpty() ? "all" : name, inventory));
      case "host" -> shown.host(host(name, inventory));
      case "hosts" -> {
        String pattern = name.isEmpty() ? "all" : name;
        List<String> hosts = HostPattern.of(pattern, Location.NONE).select(inventory);
        shown.hosts(some(limited(hosts, options, inventory), pattern));
      }
      default -> {
        if (!name.isEmpty()) {
          throw new UsageException(
              "too much said: '" + name + "'", "kit inventory hosts " + name + " selects hosts");
        }
        List<String> all = List.copyOf(inventory.hosts());
        List<String> hosts = limited(all, options, inventory);
        shown.list(shown.forPeople() ? some(hosts, "") : hosts, !options.limit().isEmpty());
      }
    }
  }

  private static List<String> limited(
      List<String> hosts, InventoryOptions options, Inventory inventory) {
    String limit = options.limit();
    return limit.isEmpty() ? hosts : Limit.of(limit).select(hosts, inventory);
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
