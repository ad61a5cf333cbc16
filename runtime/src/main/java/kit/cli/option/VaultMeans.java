package kit.cli.option;

import kit.cli.terminal.Prompt;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.vault.PasswordSource;
import kit.vault.VaultException;

/** What vault passwords are fetched with: the terminal and the environment. */
public final class VaultMeans implements PasswordSource.Means {

  private final Screen screen;

  public VaultMeans(Screen screen) {
    this.screen = screen;
  }

  @Override
  public String ask(String what) {
    return hidden(what);
  }

  /** Asks twice for what cannot be checked otherwise. */
  public String twice(String what) {
    String first = hidden(what);
    if (!first.equals(hidden(what + ", again"))) {
      throw new VaultException("the two passwords differ", "try again");
    }
    return first;
  }

  private static String hidden(String what) {
    try {
      return Prompt.ofUser().ask(what, "say --vault-password-file or --vault-id");
    } catch (UsageException e) {
      throw new VaultException(e.problems().get(0).message(), e.problems().get(0).hint());
    }
  }

  @Override
  public String environment(String name) {
    return screen.environment(name);
  }
}
