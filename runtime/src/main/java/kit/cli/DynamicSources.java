package kit.cli;

import java.nio.file.Path;
import kit.cli.terminal.Screen;
import kit.discovery.Answers;
import kit.discovery.Discovery;
import kit.discovery.Freshness;
import kit.discovery.Inquiry;
import kit.discovery.LastWords;
import kit.discovery.Plain;
import kit.inventory.InventoryBuilder;
import kit.inventory.Memory;
import kit.inventory.SourceConfig;
import kit.inventory.Sources;
import kit.template.Templates;
import kit.vault.Vault;

/**
 * Puts together what asks dynamic sources, when an inventory names one: most do not.
 *
 * @param freshness how old answers may be
 */
record DynamicSources(Freshness freshness, Vault vault, Screen screen) implements Sources {

  @Override
  public Memory memory() {
    return new LastWords(new Answers(Caches.answers(screen)), freshness);
  }

  @Override
  public void ask(SourceConfig config, InventoryBuilder into) {
    Templates templates = new Templates(config.folder(), vault);
    Path home = Path.of(System.getProperty("user.home"));
    Answers answers = new Answers(Caches.answers(screen));
    Inquiry inquiry = new Inquiry(answers, freshness, System::getenv, home);
    new Discovery(
            SourceJar::catalog, new Plain(vault, templates), templates, inquiry, screen.asides::add)
        .ask(config, into);
  }
}
