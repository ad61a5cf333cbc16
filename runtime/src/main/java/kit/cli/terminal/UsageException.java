package kit.cli.terminal;

import kit.model.KitException;

/** The command line cannot be followed. */
public final class UsageException extends KitException {
  private static final long serialVersionUID = 1;

  public UsageException(String message, String hint) {
    super(message, hint);
  }
}
