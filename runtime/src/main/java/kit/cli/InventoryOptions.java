package kit.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which hosts.
 *
 * @param sources inventories in the order given; empty for localhost alone
 * @param limit pattern that leaves only some of the hosts; empty for all
 * @param vault passwords for what is vaulted
 */
record InventoryOptions(List<String> sources, String limit, VaultOptions vault) {

  static void add(CommandSpec spec) {
    addSources(spec);
    Words.text(spec, "PATTERN", "Only these hosts.", "-l", "--limit");
  }

  static void addSources(CommandSpec spec) {
    String said =
        "Inventory: file, directory or list 'a,b,' (repeatable; $KIT_INVENTORY, kit.yml).";
    Words.texts(spec, "INVENTORY", said, "-i", "--inventory");
    VaultOptions.add(spec);
  }

  static InventoryOptions of(ParseResult said, Screen screen) {
    List<String> sources = Words.texts(said, "-i");
    if (sources.isEmpty()) {
      sources = screen.config().inventory();
    }
    return new InventoryOptions(
        List.copyOf(sources), Words.text(said, "-l"), VaultOptions.of(said));
  }
}
