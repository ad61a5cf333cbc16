package kit.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.data.Setting;
import kit.inventory.Group;
import kit.inventory.Inventory;
import kit.inventory.InventoryHost;
import kit.inventory.InventoryListing;
import kit.inventory.Limit;
import kit.inventory.NoHostsException;
import kit.model.Location;
import kit.model.Problem;
import kit.report.Sink;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit inventory list}: hosts and groups as kit understood them. */
final class InventoryCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("inventory", "Shows the hosts and groups of an inventory.");
    InventoryOptions.add(spec);
    OutputOptions.addFormat(spec);
    Words.argument(spec, "list", "1", "What to show: list.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    if (!Words.argument(said).equals("list")) {
      throw new UsageException(
          "kit inventory cannot '" + Words.argument(said) + "'", "say: kit inventory list");
    }
    InventoryOptions options = InventoryOptions.of(said, screen);
    boolean json = OutputOptions.of(said).json();
    Inventory inventory = new Wiring(screen).inventory(options);
    for (String warning : inventory.warnings()) {
      screen.err.line("kit: " + warning);
    }
    if (json) {
      screen.out.json(InventoryListing.of(inventory, host -> vars(inventory, host)));
    } else {
      show(inventory, options, screen.out);
    }
    return Exit.OK;
  }

  private static Map<String, Setting> vars(Inventory inventory, String host) {
    Optional<InventoryHost> found = inventory.host(host);
    return found.isPresent() ? found.get().vars() : Map.of();
  }

  private static void show(Inventory inventory, InventoryOptions options, Sink out) {
    List<String> hosts = List.copyOf(inventory.hosts());
    if (!options.limit().isEmpty()) {
      hosts = Limit.of(options.limit()).select(hosts, inventory);
    }
    if (hosts.isEmpty()) {
      throw new NoHostsException(
          new Problem(Location.NONE, "there are no hosts", "name an inventory with -i"));
    }
    for (Group group : inventory.groups()) {
      StringBuilder line = new StringBuilder();
      for (String host : inventory.hostsOf(group.name())) {
        if (hosts.contains(host)) {
          line.append(line.isEmpty() ? "" : ", ").append(host);
        }
      }
      if (!line.isEmpty()) {
        out.line(group.name() + ": " + line);
      }
    }
  }
}
