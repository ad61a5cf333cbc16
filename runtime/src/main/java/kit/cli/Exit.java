package kit.cli;

import kit.engine.LockedException;
import kit.inventory.NoHostsException;
import kit.model.KitException;
import kit.target.Unreachable;

/** What the process ends with; docs/cli.md promises these. 130 and 143 come from signals. */
final class Exit {

  static final int OK = 0;
  static final int ERROR = 1;
  static final int UNREACHABLE = 4;
  static final int USAGE = 5;
  static final int LOCKED = 6;

  private Exit() {}

  static int of(KitException e) {
    if (e instanceof UsageException || e instanceof NoHostsException) {
      return USAGE;
    }
    if (e instanceof LockedException) {
      return LOCKED;
    }
    return e instanceof Unreachable ? UNREACHABLE : ERROR;
  }
}
