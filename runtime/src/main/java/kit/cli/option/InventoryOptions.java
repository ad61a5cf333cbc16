package kit.cli.option;

import java.util.List;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.discovery.Freshness;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which hosts.
 *
 * @param sources inventories in the order given; empty for localhost alone
 * @param limit pattern that leaves only some of the hosts; empty for all
 * @param chosen an expression, or a pattern with one, that leaves only some of these; empty for all
 * @param freshness how old the answers of dynamic sources may be
 * @param vault passwords for what is vaulted
 */
public record InventoryOptions(
    List<String> sources, String limit, String chosen, Freshness freshness, VaultOptions vault) {

  /** The same, whatever dynamic sources have answered before. */
  public InventoryOptions anew() {
    return new InventoryOptions(
        sources, limit, chosen, new Freshness(false, freshness.stale()), vault);
  }

  public static void add(CommandSpec spec) {
    addSources(spec);
    Words.text(spec, "PATTERN", "Only these hosts; also an expression.", "-l", "--limit");
  }

  /** The same where the hosts themselves are chosen by an expression. */
  InventoryOptions choosing(String text) {
    return new InventoryOptions(sources, limit, text, freshness, vault);
  }

  /** The same without a limit. */
  InventoryOptions unlimited() {
    return new InventoryOptions(sources, "", "", freshness, vault);
  }

  public static void addSources(CommandSpec spec) {
    String said =
        "Inventory: file, directory or list 'a,b,' (repeatable; $KIT_INVENTORY, kit.yml).";
    Words.texts(spec, "INVENTORY", said, "-i", "--inventory");
    Words.flag(spec, "Ask dynamic inventories anew.", "--refresh");
    Words.flag(
        spec,
        "Where a dynamic inventory does not answer, its last answer will do.",
        "--allow-stale");
    VaultOptions.add(spec);
  }

  public static InventoryOptions of(ParseResult said, Screen screen) {
    List<String> sources = Words.texts(said, "-i");
    if (sources.isEmpty()) {
      sources = screen.config().inventory();
    }
    return new InventoryOptions(
        List.copyOf(sources),
        Words.text(said, "-l"),
        "",
        new Freshness(!Words.flag(said, "--refresh"), Words.flag(said, "--allow-stale")),
        VaultOptions.of(said));
  }
}
