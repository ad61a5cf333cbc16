package kit.cli.terminal;

import kit.engine.LockedException;
import kit.inventory.NoHostsException;
import kit.inventory.SourceException;
import kit.model.KitException;
import kit.target.Unreachable;
import kit.vault.VaultException;

/** What the process ends with; docs/cli.md promises these. 130 and 143 come from signals. */
public final class Exit {

  public static final int INTERRUPTED = 130;
  public static final int OK = 0;
  public static final int ERROR = 1;
  public static final int UNREACHABLE = 4;
  public static final int USAGE = 5;
  static final int LOCKED = 6;
  static final int VAULT = 7;

  private Exit() {}

  public static int of(KitException e) {
    if (e instanceof UsageException || e instanceof NoHostsException) {
      return USAGE;
    }
    if (e instanceof VaultException) {
      return VAULT;
    }
    if (e instanceof LockedException) {
      return LOCKED;
    }
    return e instanceof Unreachable || e instanceof SourceException ? UNREACHABLE : ERROR;
  }
}
