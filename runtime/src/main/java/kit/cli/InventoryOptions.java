package kit.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which hosts.
 *
 * @param sources inventories in the order given; empty for localhost alone
 * @param limit pattern that leaves only some of the hosts; empty for all
 */
record InventoryOptions(List<String> sources, String limit) {

  static void add(CommandSpec spec) {
    addSources(spec);
    Words.text(spec, "PATTERN", "Only these hosts.", "-l", "--limit");
  }

  static void addSources(CommandSpec spec) {
    String said = "Inventory: file, directory or list 'a,b,' (repeatable; $KIT_INVENTORY).";
    Words.texts(spec, "INVENTORY", said, "-i", "--inventory");
  }

  static InventoryOptions of(ParseResult said, Screen screen) {
    List<String> sources = Words.texts(said, "-i");
    String preset = screen.environment("KIT_INVENTORY");
    if (sources.isEmpty() && !preset.isEmpty()) {
      sources = List.of(preset);
    }
    return new InventoryOptions(List.copyOf(sources), Words.text(said, "-l"));
  }
}
