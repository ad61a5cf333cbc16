package kit.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.cli.option.InventoryOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Screen;
import kit.inventory.Inventory;
import kit.inventory.InventoryLoader;
import kit.inventory.Sources;
import kit.template.Templates;
import kit.vars.ExtraVars;
import kit.vars.Variables;
import kit.vault.Vault;

/** What a run stands on: inventory, variables, vault and templates, each read once. */
final class Ground {

  private final Screen screen;
  private final Set<String> told = Collections.synchronizedSet(new LinkedHashSet<>());
  private Vault vault;
  private Templates templates;

  Ground(Screen screen) {
    this.screen = screen;
  }

  Variables variables(RunRequest request, Path folder) {
    return variables(request.inventory(), request.play().extraVars(), folder);
  }

  /**
   * The variables of all hosts.
   *
   * @param extra what {@code -e} says
   * @param folder where the playbook is
   */
  Variables variables(InventoryOptions options, List<String> extra, Path folder) {
    Variables variables = quietly(options, extra, folder);
    tell(variables.inventory());
    return variables;
  }

  /** The same, without a word of what is to be known of the inventory. */
  Variables quietly(InventoryOptions options, List<String> extra, Path folder) {
    return new Variables(
        inventory(options),
        Optional.of(folder),
        ExtraVars.parse(extra, vault(options)),
        vault(options),
        templates(folder));
  }

  /** The inventory as it is now; what is to be known of it is told at the end of the run. */
  Inventory again(RunRequest request, Variables variables) {
    Inventory inventory = inventory(request.inventory().anew());
    inventory.warnings().stream().filter(told::add).forEach(variables::warn);
    return inventory;
  }

  /** One for a run, so that what several hosts render is read once. */
  Templates templates(Path folder) {
    if (templates == null) {
      templates = new Templates(folder, vault);
    }
    return templates;
  }

  private Inventory inventory(InventoryOptions options) {
    Vault vault = vault(options);
    Sources sources = new DynamicSources(options.freshness(), vault, screen);
    return new InventoryLoader(vault, sources).load(options.sources());
  }

  /** Which hosts were left out, or how old an answer is, is told before anything is done. */
  private void tell(Inventory inventory) {
    for (String warning : inventory.warnings()) {
      if (told.add(warning)) {
        screen.err.line("warning: " + warning);
      }
    }
  }

  /** Decrypts what is vaulted; one for a run, so that passwords are fetched once. */
  private Vault vault(InventoryOptions options) {
    if (vault == null) {
      vault = options.vault().vault(screen);
    }
    return vault;
  }
}
