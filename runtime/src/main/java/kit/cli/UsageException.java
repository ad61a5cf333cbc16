package kit.cli;

import kit.model.KitException;

/** The command line cannot be followed. */
final class UsageException extends KitException {
  private static final long serialVersionUID = 1;

  UsageException(String message, String hint) {
    super(message, hint);
  }
}
