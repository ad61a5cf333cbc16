package kit.cli;

import kit.engine.LockedException;
import kit.inventory.NoHostsException;
import kit.inventory.SourceException;
import kit.model.KitException;
import kit.target.Unreachable;
import kit.vault.VaultException;

/** What the process ends with; docs/cli.md promises these. 130 and 143 come from signals. */
final class Exit {

  static final int INTERRUPTED = 130;
  static final int OK = 0;
  static final int ERROR = 1;
  static final int UNREACHABLE = 4;
  static final int USAGE = 5;
  static final int LOCKED = 6;
  static final int VAULT = 7;

  private Exit() {}

  static int of(KitException e) {
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
