package kit.cli;

/** What the project's configuration says of vaults. */
final class Configured {

  private Configured() {}

  /** The file that holds or prints the vault password; empty if none is named. */
  static String vaultPasswordFile(Screen screen) {
    return screen.config().vaultPasswordFile().map(Object::toString).orElse("");
  }
}
