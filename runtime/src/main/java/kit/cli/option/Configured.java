package kit.cli.option;

import kit.cli.terminal.Screen;

/** What the project's configuration says of vaults. */
public final class Configured {

  private Configured() {}

  /** The file that holds or prints the vault password; empty if none is named. */
  public static String vaultPasswordFile(Screen screen) {
    return screen.config().vaultPasswordFile().map(Object::toString).orElse("");
  }
}
