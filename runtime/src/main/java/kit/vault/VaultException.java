package kit.vault;

import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Something vaulted, or its password, is not as it should be. */
public final class VaultException extends KitException {
  private static final long serialVersionUID = 1;

  public VaultException(Location where, String message, String hint) {
    super(new Problem(where, message, hint));
  }

  public VaultException(String message, String hint) {
    this(Location.NONE, message, hint);
  }
}
